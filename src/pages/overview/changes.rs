//! What changed since the period before, and how sure that is.

use super::alerts::subject;
use crate::components::{Unit, computed, delta, figure, period_text};
use crate::core::index::{Change, Estimate, Level};
use crate::core::model::Lang;
use crate::core::scene::{Label, MovementLine, Overview};
use crate::core::workspace::{Outcome, OutcomeChange};
use crate::locales::methods::{self, Method};
use crate::locales::overview as t;
use crate::platform::number_text;
use leptos::prelude::*;

/// What changed since the period before.
pub fn changes(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let rows = scene.changes.iter().map(|change| outcome_row(change, lang)).collect_view();
    let tests = scene.changes.iter().filter(|change| change.p_adjusted.is_some()).count();
    let compared = t::compared_with(lang, &period_text(scene.previous, lang));
    // One test by itself needs no correction.
    let corrected = (tests > 1).then(|| t::corrected(lang, &tests.to_string()));
    let note = std::iter::once(compared).chain(corrected).collect::<Vec<_>>().join(" · ");
    view! {
        <section class="card changes">
            <h2>{t::changes(lang)}</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t::figure(lang)}</th>
                        <th scope="col">{t::now(lang)}</th>
                        <th scope="col">{t::change(lang)}</th>
                        <th scope="col">{t::certainty(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {movements(scene, lang)}
            <p class="note">{note}</p>
            {how(tests, lang)}
        </section>
    }
}

fn how(tests: usize, lang: Lang) -> AnyView {
    let each = [Method::NPS, Method::NPS_TEST, Method::SHARES_TEST, Method::MEANS_TEST];
    let mut all = each.map(|method| (method, String::new())).to_vec();
    if tests > 1 {
        all.push((Method::HOLM, methods::tests(lang, tests as u64)));
    }
    computed(&all, lang)
}

fn outcome_row(line: &OutcomeChange, lang: Lang) -> impl IntoView + use<> {
    let (unit, scale, decimals) = match line.outcome {
        Outcome::Nps => (Unit::Points, 1.0, 0),
        Outcome::Csat => (Unit::Percent, 100.0, 0),
        Outcome::Ces | Outcome::Heart(_) => (Unit::Mean, 1.0, 2),
    };
    let now = line.change.now.map(|value| value * scale);
    let sure = line.p_adjusted.is_some_and(is_sure);
    let difference = line.change.difference.map(|difference| difference * scale);
    view! {
        <tr>
            <th scope="row">{t::outcome(line.outcome, lang)}</th>
            <td>{figure(now, unit, lang)}</td>
            <td>{delta(difference, decimals, sure, lang)}</td>
            <td class="certainty">{certainty(line.p_adjusted, lang)}</td>
        </tr>
    }
}

fn movements(scene: &Overview, lang: Lang) -> impl IntoView + use<> {
    let lines = scene.movements.iter().map(|line| movement_line(line, lang)).collect_view();
    let none = scene.movements.is_empty().then(|| view! { <p>{t::no_movements(lang)}</p> });
    let later =
        (!scene.teams_settled).then(|| view! { <p class="note">{t::teams_later(lang)}</p> });
    view! {
        <h3>{t::movements(lang)}</h3>
        {none}
        <ul class="movements">{lines}</ul>
        {later}
    }
}

fn movement_line(line: &MovementLine, lang: Lang) -> impl IntoView + use<> {
    let change: &Change = &line.movement.change;
    let percent = |estimate: Estimate| estimate.map(|share| share * 100.0);
    let name = match &line.label {
        Label::Team(team) => team.name.clone(),
        Label::Touchpoint { name, .. } | Label::Indicator { name, .. } => name.clone(),
    };
    view! {
        <li>
            {subject(&line.label, name)}
            <span class="from-to">
                {figure(percent(change.before), Unit::Percent, lang)}
                <span aria-hidden="true">"→"</span>
                {figure(percent(change.now), Unit::Percent, lang)}
            </span>
            {delta(change.difference.map(|difference| difference * 100.0), 0, true, lang)}
            <span class="note">{p_text(line.movement.p_adjusted, lang)}</span>
        </li>
    }
}

fn is_sure(p: f64) -> bool {
    p < 1.0 - Level::default().share()
}

fn certainty(p: Option<f64>, lang: Lang) -> String {
    match p {
        None => t::no_test(lang).to_owned(),
        Some(p) if is_sure(p) => format!("{} ({})", t::beyond_chance(lang), p_text(p, lang)),
        Some(_) => t::within_chance(lang).to_owned(),
    }
}

fn p_text(p: f64, lang: Lang) -> String {
    if p < 0.001 {
        return t::p_under(lang, &number_text(0.001, 3, lang));
    }
    t::p_is(lang, &number_text(p, 3, lang))
}
