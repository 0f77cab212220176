//! The touchpoint's control chart: which months are signals, and which are common variation.

use crate::components::{Chart, Unit, answered, computed, method_of, period_text, value_text};
use crate::core::calendar::Period;
use crate::core::model::{Lang, TouchpointId};
use crate::core::query::{Baseline, ControlState, Measure, Page};
use crate::core::scene::{
    ChartBand, ChartLine, ChartScene, ControlChartKind, ControlPlot, ControlScene, ControlSignal,
    Ink, Question,
};
use crate::locales::methods::Method;
use crate::locales::{control as t, names, shell};
use crate::platform::{month_text, number_text};
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

pub(super) fn control(id: TouchpointId, navigation: Navigation, lang: Lang) -> impl IntoView {
    let asked = StoredValue::new(id);
    let state = Memo::new(move |_| match navigation.page() {
        Page::Map(_, state) => state.control,
        _ => ControlState::default(),
    });
    let scene = Engine::here()
        .ask(move || Some(Question::control(asked.get_value(), state.get(), navigation.filters())));
    view! {
        <h3>{t::title(lang)}</h3>
        {controls(state, navigation, lang)}
        {answered(scene, lang, || ().into_any(), move |scene| content(scene, lang))}
    }
}

fn controls(state: Memo<ControlState>, navigation: Navigation, lang: Lang) -> impl IntoView {
    let look = move |change: &dyn Fn(&mut ControlState)| {
        navigation.change(|place| {
            if let Page::Map(_, state) = &mut place.page {
                change(&mut state.control);
            }
        });
    };
    let measures = Measure::ALL.map(|one| {
        let chosen = move || state.get().measure == one;
        view! { <option value=one.id() prop:selected=chosen>{names::measure(one, lang)}</option> }
    });
    let baselines = Baseline::ALL.map(|one| {
        let chosen = move || state.get().baseline == one;
        view! { <option value=one.id() prop:selected=chosen>{t::baseline_name(one, lang)}</option> }
    });
    let measure = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        look(&|state| state.measure = Measure::from_id(&id).unwrap_or_default());
    };
    let baseline = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        look(&|state| state.baseline = Baseline::from_id(&id).unwrap_or_default());
    };
    let pressed = move || if state.get().ewma { "true" } else { "false" };
    view! {
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>
            <label>{t::measure(lang)}<select on:change=measure>{measures.into_iter().collect_view()}</select></label>
            <label>{t::baseline(lang)}<select on:change=baseline>{baselines.into_iter().collect_view()}</select></label>
            <button type="button" aria-pressed=pressed on:click=move |_| look(&|state| state.ewma = !state.ewma)>
                {t::small_shifts(lang)}
            </button>
        </form>
    }
}

fn content(scene: &ControlScene, lang: Lang) -> AnyView {
    let found = match &scene.plot {
        Some(plot) => findings(scene, plot, lang),
        None => {
            let [known, needed] = [scene.known, scene.needed].map(|n| n.to_string());
            view! { <p class="note">{t::too_few(lang, &known, &needed)}</p> }.into_any()
        }
    };
    let here = scene.plot.as_ref().map(|_| against(scene, lang)).unwrap_or_default();
    let how = [(method(scene.kind), here), (method_of(scene.state.measure), String::new())];
    view! { {found}{computed(&how, lang)} }.into_any()
}

fn findings(scene: &ControlScene, plot: &ControlPlot, lang: Lang) -> AnyView {
    let title = t::chart_title(lang, names::measure(scene.state.measure, lang));
    view! {
        <Chart scene=chart(scene, plot, lang) title lang/>
        <p class="note">{against(scene, lang)}</p>
        {signals(scene, plot, lang)}
    }
    .into_any()
}

fn method(kind: ControlChartKind) -> Method {
    match kind {
        ControlChartKind::P => Method::P_CHART,
        ControlChartKind::Xmr => Method::XMR,
        ControlChartKind::Ewma => Method::EWMA,
    }
}

/// The baseline in words, and what of it holds for the other months.
fn against(scene: &ControlScene, lang: Lang) -> String {
    let months = scene.baseline.map(|(first, last)| Period::of_months(first, last));
    let months = months.map(|months| period_text(months, lang)).unwrap_or_default();
    let against = t::against(lang, scene.n, &months);
    let limits = match scene.kind {
        ControlChartKind::P => Some(t::limits_by_n(lang)),
        ControlChartKind::Ewma => Some(t::limits_widen(lang)),
        ControlChartKind::Xmr if scene.state.baseline == Baseline::All => None,
        ControlChartKind::Xmr => Some(t::limits_stay(lang)),
    };
    let own = (scene.state.baseline == Baseline::All).then(|| t::own_limits(lang));
    let said = std::iter::once(against.as_str()).chain(limits).chain(own);
    said.collect::<Vec<_>>().join(" ")
}

fn chart(scene: &ControlScene, plot: &ControlPlot, lang: Lang) -> ChartScene {
    let unit = Unit::of(scene.state.measure);
    let measure = names::measure(scene.state.measure, lang);
    let name = match scene.kind {
        ControlChartKind::Ewma => t::smoothed(lang, measure),
        _ => measure.to_owned(),
    };
    let limits = ChartBand {
        name: t::limits(lang).to_owned(),
        low: plot.lower.clone(),
        high: plot.upper.clone(),
    };
    let line = ChartLine { name, values: plot.values.clone(), ink: Ink::Accent, strong: true };
    let places = plot.signals.iter().map(|signal| signal.place).collect();
    ChartScene {
        categories: scene.months.iter().map(|month| month_text(*month, lang)).collect(),
        lines: vec![line],
        limits: Some(limits),
        counts: Some((shell::thin(lang).to_owned(), scene.counts.clone())),
        signals: Some((t::signal(lang).to_owned(), places)),
        target: Some((t::centre(lang, &value_text(plot.centre, unit, lang)), plot.centre)),
        range: (plot.axis.low, plot.axis.high),
        unit: if unit == Unit::Percent { "%".to_owned() } else { String::new() },
        ..ChartScene::default()
    }
}

/// The signals in words, each with the limit it is beyond, and the rule.
fn signals(scene: &ControlScene, plot: &ControlPlot, lang: Lang) -> AnyView {
    if plot.signals.is_empty() {
        return view! { <p>{t::no_signal(lang)}</p> }.into_any();
    }
    let lines = plot.signals.iter().map(|signal| {
        view! { <li><span class="signal" aria-hidden="true">"◆"</span>{words(scene, signal, lang)}</li> }
    });
    view! {
        <ul class="signals">{lines.collect_view()}</ul>
        <p class="note">{t::rule(lang)}</p>
    }
    .into_any()
}

fn words(scene: &ControlScene, signal: &ControlSignal, lang: Lang) -> String {
    let decimals = match Unit::of(scene.state.measure) {
        Unit::Emotion => 2,
        _ => 1,
    };
    let percent = if Unit::of(scene.state.measure) == Unit::Percent { "%" } else { "" };
    let [value, limit] = [signal.value, signal.limit]
        .map(|value| format!("{}{percent}", number_text(value, decimals, lang)));
    let month = scene.months.get(signal.place).map(|month| month_text(*month, lang));
    let month = month.unwrap_or_default();
    let said = match signal.value < signal.limit {
        true => t::below(lang, &month, &value, &limit),
        false => t::above(lang, &month, &value, &limit),
    };
    if signal.in_period { format!("{said} · {}", t::in_period(lang)) } else { said }
}
