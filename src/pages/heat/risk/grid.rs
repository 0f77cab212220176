//! Severity by occurrence: ten by ten cells, one tab stop, arrow keys move.

use super::super::Heat;
use super::{letter, risks_text, urgency_id};
use crate::core::query::RiskCell;
use crate::core::scene::RisksScene;
use crate::locales::matrix as t;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// Where both ranks end.
const WORST: u8 = 10;
/// Failure modes named in the line about a cell.
const NAMED: usize = 3;

pub(super) fn grid(heat: Heat, scene: StoredValue<RisksScene>) -> impl IntoView {
    let lang = heat.lang;
    let root = NodeRef::<Div>::new();
    let spot = RwSignal::new(None);
    let rows = (1..=WORST).rev().map(|severity| row(heat, scene, severity)).collect_view();
    let heads = (1..=WORST).map(|rank| {
        view! { <div role="columnheader" class="rank">{rank.to_string()}</div> }
    });
    view! {
        <div class="card risk-card">
            {readout(heat, scene, spot)}
            <div class="risk-axes">
                <span class="axis" aria-hidden="true">"↑ "{t::severity(lang)}</span>
                <div class="risk-grid" role="grid" node_ref=root aria-label=t::risk_grid(lang)
                    on:keydown=move |event| key(&event, heat, root)
                    on:click=move |event| choose(heat, cell_of(event.target()))
                    on:focusin=move |event| spot.set(cell_of(event.target()))
                    on:pointerover=move |event| {
                        if let Some(cell) = cell_of(event.target()) {
                            spot.set(Some(cell));
                        }
                    }>
                    {rows}
                    <div class="risk-row" role="row">
                        <div role="columnheader" class="rank"></div>
                        {heads.collect_view()}
                    </div>
                </div>
                <span class="axis across" aria-hidden="true">{t::occurrence(lang)}" →"</span>
            </div>
        </div>
    }
}

fn row(heat: Heat, scene: StoredValue<RisksScene>, severity: u8) -> impl IntoView {
    let cells = (1..=WORST)
        .filter_map(|occurrence| RiskCell::new(severity, occurrence))
        .map(|cell| cell_view(heat, scene, cell));
    view! {
        <div class="risk-row" role="row">
            <div role="rowheader" class="rank">{severity.to_string()}</div>
            {cells.collect_view()}
        </div>
    }
}

/// A cell: the letter of its most urgent risk, and how many there are.
fn cell_view(heat: Heat, scene: StoredValue<RisksScene>, cell: RiskCell) -> impl IntoView {
    let lang = heat.lang;
    let group = scene.with_value(|scene| scene.group(cell));
    let words = group.map(|group| {
        let worst = t::worst_is(lang, t::urgency(group.worst, lang));
        format!("{}: {} · {worst}", place(cell, heat), risks_text(group.count, lang))
    });
    let words =
        words.unwrap_or_else(|| format!("{}: {}", place(cell, heat), t::no_risk_here(lang)));
    let text = group.map(|group| {
        view! { <span aria-hidden="true"><strong>{letter(group.worst)}</strong>{times(group.count)}</span> }
    });
    let is_chosen = move || heat.state.with(|state| state.cell == Some(cell));
    let first = heat.state.with_untracked(|state| state.cell);
    let stop = first.unwrap_or(RiskCell { severity: WORST, occurrence: 1 }) == cell;
    view! {
        <div role="gridcell" class="risk-cell" tabindex=if stop { "0" } else { "-1" }
            data-cell=cell.id() data-urgency=group.map(|group| urgency_id(group.worst))
            aria-selected=move || is_chosen().to_string()>
            <span class="visually-hidden">{words}</span>
            {text}
        </div>
    }
}

fn place(cell: RiskCell, heat: Heat) -> String {
    t::cell_is(heat.lang, &cell.severity.to_string(), &cell.occurrence.to_string())
}

/// One line about the cell that is meant. It has its place whatever it says, so nothing moves.
fn readout(
    heat: Heat,
    scene: StoredValue<RisksScene>,
    spot: RwSignal<Option<RiskCell>>,
) -> impl IntoView {
    let text = move || match spot.get() {
        None => t::risk_hint(heat.lang).to_owned(),
        Some(cell) => scene.with_value(|scene| {
            let names = scene.listed(Some(cell)).map(|line| line.name.as_str());
            let names: Vec<&str> = names.take(NAMED).collect();
            let count = scene.group(cell).map_or(0, |group| group.count);
            let about = format!("{}: {}", place(cell, heat), risks_text(count, heat.lang));
            std::iter::once(about.as_str()).chain(names).collect::<Vec<_>>().join(" · ")
        }),
    };
    view! { <p class="readout no-print" id="readout" role="status">{text}</p> }
}

fn key(event: &KeyboardEvent, heat: Heat, root: NodeRef<Div>) {
    let Some(cell) = cell_of(event.target()) else { return };
    let RiskCell { severity, occurrence } = cell;
    let to = match event.key().as_str() {
        "ArrowLeft" => RiskCell::new(severity, occurrence - 1),
        "ArrowRight" => RiskCell::new(severity, occurrence + 1),
        "ArrowUp" => RiskCell::new(severity + 1, occurrence),
        "ArrowDown" => RiskCell::new(severity - 1, occurrence),
        "Home" => RiskCell::new(severity, 1),
        "End" => RiskCell::new(severity, WORST),
        "Enter" | " " => {
            choose(heat, Some(cell));
            None
        }
        "Escape" => {
            heat.look(|state| state.cell = None);
            None
        }
        _ => return,
    };
    event.prevent_default();
    if let (Some(to), Some(root)) = (to, root.get_untracked()) {
        enter(&root, to);
    }
}

/// Lists the risks of a cell; the same again lists all.
fn choose(heat: Heat, cell: Option<RiskCell>) {
    if cell.is_some() {
        heat.look(|state| state.cell = if state.cell == cell { None } else { cell });
    }
}

/// The one tab stop follows the focus.
fn enter(root: &Element, cell: RiskCell) {
    if let Some(old) = root.query_selector("[tabindex='0']").ok().flatten() {
        let _ = old.set_attribute("tabindex", "-1");
    }
    let found = root.query_selector(&format!("[data-cell='{}']", cell.id())).ok().flatten();
    if let Some(cell) = found.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
        let _ = cell.set_attribute("tabindex", "0");
        let _ = cell.focus();
    }
}

/// How often, where it is more than once.
fn times(count: usize) -> String {
    if count > 1 { format!("×{count}") } else { String::new() }
}

fn cell_of(target: Option<EventTarget>) -> Option<RiskCell> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[data-cell]").ok()??;
    RiskCell::from_id(&cell.get_attribute("data-cell")?)
}
