//! The open alerts, by colour, with their deadlines.

use super::maturity::{name_and_unit, with_unit};
use crate::components::{link, methods};
use crate::core::hearts::{Alert, Colour, Reference, Rule};
use crate::core::model::{Dimension, JourneyId, Lang, TouchpointId};
use crate::core::query::{MapState, Page, Place, ResponsesState};
use crate::core::scene::{AlertLine, Label, Overview};
use crate::locales::methods::Method;
use crate::locales::{names, overview as t, shell};
use crate::platform::{date_text, number_text};
use crate::state::Navigation;
use leptos::prelude::*;

/// Alerts shown before all are asked for.
const SHOWN: usize = 4;

const COLOURS: [Colour; 3] = [Colour::Red, Colour::Yellow, Colour::Blue];

/// The open alerts: how many of each colour, and the most urgent.
pub fn alerts(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let (all, set_all) = signal(false);
    let lines = StoredValue::new(scene.alerts.clone());
    let total = scene.alerts.len();
    let counts = COLOURS.map(|colour| count(&scene.alerts, colour, lang));
    let shown = move || {
        let shown = if all.get() { total } else { SHOWN };
        lines.with_value(|lines| {
            lines.iter().take(shown).map(|line| alert_line(line, lang)).collect_view()
        })
    };
    let more = (total > SHOWN).then(|| {
        let rest = number_text((total - SHOWN) as f64, 0, lang);
        let words = move || {
            if all.get() { t::fewer_alerts(lang).to_owned() } else { t::more_alerts(lang, &rest) }
        };
        view! {
            <button type="button" class="quiet no-print" aria-expanded=move || all.get().to_string()
                on:click=move |_| set_all.update(|all| *all = !*all)>{words}</button>
        }
    });
    view! {
        <section class="card alerts">
            <h2>{t::alerts(lang)}</h2>
            <ul class="counts">{counts.into_iter().collect_view()}</ul>
            {(total == 0).then(|| view! { <p>{t::no_alerts(lang)}</p> })}
            <ul class="lines">{shown}</ul>
            {more}
            {methods(&[Method::ALERTS], lang)}
        </section>
    }
}

fn count(alerts: &[AlertLine], colour: Colour, lang: Lang) -> impl IntoView + use<> {
    let count = alerts.iter().filter(|line| line.alert.colour == colour).count();
    let who = match colour {
        Colour::Red => t::chief(lang),
        Colour::Yellow => t::owner(lang),
        Colour::Blue => t::report(lang),
    };
    view! {
        <li data-colour=colour_id(colour)>
            {colour_mark(colour)}
            <span class="number">{number_text(count as f64, 0, lang)}</span>
            <span>{names::colour(colour, lang)}</span>
            <span class="note">{who}</span>
        </li>
    }
}

fn alert_line(line: &AlertLine, lang: Lang) -> impl IntoView + use<> {
    let alert = &line.alert;
    let (name, unit) = name_and_unit(&line.label);
    let n = (alert.figure.n > 0)
        .then(|| shell::n_is(lang, &number_text(alert.figure.n as f64, 0, lang)));
    let value = alert.figure.value.map(|value| with_unit(value, &unit_of(alert, &unit), lang));
    let colour = alert.colour;
    view! {
        <li data-colour=colour_id(colour)>
            {colour_mark(colour)}
            <span class="visually-hidden">{names::colour(colour, lang)}</span>
            <span class="what">
                {subject(&line.label, name)}
                <strong>{value}</strong>
                <span class="note">{rule_text(alert, &unit_of(alert, &unit), lang)}{n.map(|n| format!(" · {n}"))}</span>
            </span>
            <span class="due">{t::due(lang, &date_text(alert.due.on, lang))}</span>
        </li>
    }
}

/// Where what an alert is about can be looked at.
pub fn subject(label: &Label, name: String) -> AnyView {
    let place = Navigation::here().place_now();
    match place_of(label, &place) {
        Some(to) => link(to, "name", name).into_any(),
        None => view! { <span class="name">{name}</span> }.into_any(),
    }
}

fn place_of(label: &Label, place: &Place) -> Option<Place> {
    match label {
        Label::Touchpoint { id, journey, .. } => {
            let state = MapState { open: Some(TouchpointId::new(id)), ..MapState::default() };
            Some(place.to(Page::Map(JourneyId::new(&journey.id), state)))
        }
        Label::Team(team) => {
            let filters = place.filters.with(Dimension::Team, Some(team.id.clone()));
            Some(place.to(Page::Responses(ResponsesState::default())).filtered(filters))
        }
        Label::Indicator { .. } => Some(place.to(Page::Hearts)),
    }
}

fn rule_text(alert: &Alert, unit: &str, lang: Lang) -> String {
    let text = |value| with_unit(value, unit, lang);
    match alert.rule {
        Rule::Deviation { from, percent } => {
            let percent = format!("{}%", number_text(percent, 0, lang));
            match from {
                Reference::Target(target) => t::off_target(lang, &percent, &text(target)),
                Reference::Baseline(baseline) => t::off_baseline(lang, &percent, &text(baseline)),
            }
        }
        Rule::Band { target } => t::in_band(lang, &text(target)),
        Rule::Decline { from } => t::declining(lang, &text(from)),
        Rule::Benchmark { benchmark } => t::benchmark(lang, &text(benchmark)),
    }
}

/// Scores in points have no unit of their own.
fn unit_of(alert: &Alert, unit: &str) -> String {
    match alert.measure {
        crate::core::hearts::Measure::Nps => String::new(),
        _ => unit.to_owned(),
    }
}

fn colour_id(colour: Colour) -> &'static str {
    match colour {
        Colour::Red => "red",
        Colour::Yellow => "yellow",
        Colour::Blue => "blue",
    }
}

/// A shape a colour: triangle, diamond, circle.
fn colour_mark(colour: Colour) -> impl IntoView {
    let outline = match colour {
        Colour::Red => "M6 1 11.5 11H.5z",
        Colour::Yellow => "M6 .5 11.5 6 6 11.5.5 6z",
        Colour::Blue => "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z",
    };
    view! { <svg class="colour-mark" viewBox="0 0 12 12" aria-hidden="true"><path d=outline/></svg> }
}
