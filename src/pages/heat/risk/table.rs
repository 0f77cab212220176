//! The risks of a cell or of all, most urgent first.

use super::super::Heat;
use super::sign;
use crate::components::{link, printing};
use crate::core::model::TouchpointId;
use crate::core::query::{MapState, Page};
use crate::core::scene::{RiskLine, RisksScene};
use crate::locales::matrix as t;
use leptos::prelude::*;

/// Risks listed before all are asked for.
const SHOWN: usize = 30;

pub(super) fn table(heat: Heat, scene: StoredValue<RisksScene>) -> impl IntoView {
    let lang = heat.lang;
    let cell = Memo::new(move |_| heat.state.with(|state| state.cell));
    let title = move || match cell.get() {
        None => t::all_risks(lang).to_owned(),
        Some(cell) => {
            let [severity, occurrence] = [cell.severity, cell.occurrence].map(|r| r.to_string());
            t::risks_of(lang, &t::cell_is(lang, &severity, &occurrence))
        }
    };
    let whole = RwSignal::new(false);
    let printing = printing();
    let rows = move || {
        let shown = if whole.get() || printing.get() { usize::MAX } else { SHOWN };
        scene.with_value(|scene| {
            scene.listed(cell.get()).take(shown).map(|line| row(heat, line)).collect_view()
        })
    };
    let count = move || scene.with_value(|scene| scene.listed(cell.get()).count());
    let none =
        move || (count() == 0).then(|| view! { <p class="note">{t::no_risk_here(lang)}</p> });
    let more = move || {
        (count() > SHOWN && !whole.get()).then(|| {
            view! {
                <button type="button" class="quiet no-print" on:click=move |_| whole.set(true)>
                    {t::show_all(lang, count() as u64)}
                </button>
            }
        })
    };
    let all = move || {
        cell.get().map(|_| {
            view! {
                <button type="button" class="quiet no-print"
                    on:click=move |_| heat.look(|state| state.cell = None)>{t::list_all(lang)}</button>
            }
        })
    };
    view! {
        <section class="card risks">
            <div class="listed"><h2 aria-live="polite">{title}</h2>{all}</div>
            {none}
            <div class="table-frame" tabindex="0" role="region" aria-label=t::all_risks(lang)>
                <table class="data stacked">
                    {head(heat)}
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
        </section>
    }
}

fn head(heat: Heat) -> impl IntoView {
    let lang = heat.lang;
    let heads = [
        (t::failure(lang), false),
        (t::action_priority(lang), false),
        (t::rpn(lang), true),
        (t::severity(lang), true),
        (t::occurrence(lang), true),
        (t::detection(lang), true),
        (t::action(lang), false),
    ];
    let heads = heads.map(|(head, number)| {
        view! { <th scope="col" class:number=number>{head}</th> }
    });
    view! { <thead><tr>{heads.into_iter().collect_view()}</tr></thead> }
}

fn row(heat: Heat, line: &RiskLine) -> impl IntoView + use<> {
    let lang = heat.lang;
    let state =
        MapState { open: Some(TouchpointId::new(&line.touchpoint.id)), ..MapState::default() };
    let to = heat.navigation.place_now().to(Page::Map(heat.id.get_value(), state));
    let urgency = line.fmea.map(|fmea| fmea.action_priority);
    let text = |rank: Option<u16>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let ranks = [
        (t::severity(lang), line.severity),
        (t::occurrence(lang), line.occurrence),
        (t::detection(lang), line.detection),
    ];
    let ranks = ranks.map(|(name, rank)| {
        view! { <td class="number" data-label=name>{text(rank.map(u16::from))}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                {line.name.clone()}
                <span class="note">{link(to, "", line.touchpoint.name.clone())}</span>
            </th>
            <td class="rated" data-label=t::action_priority(lang)>{sign(urgency)}" "{t::urgency(urgency, lang)}</td>
            <td class="number" data-label=t::rpn(lang)>{text(line.fmea.map(|fmea| fmea.rpn))}</td>
            {ranks.into_iter().collect_view()}
            <td class="wide" data-label=t::action(lang)>{line.action.clone()}</td>
        </tr>
    }
}
