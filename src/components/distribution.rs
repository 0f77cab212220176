//! How one question was answered.

use super::{Unit, figure, heart_name};
use crate::core::model::{Lang, Role};
use crate::core::scene::Distribution;
use crate::locales::{names, responses as t};
use crate::platform::number_text;
use leptos::prelude::*;

/// A bar an answer, with its count; what was missing or off the scale stands below.
pub fn distribution(distribution: &Distribution, lang: Lang) -> impl IntoView + use<> {
    let most = distribution.counts.iter().copied().max().unwrap_or(0).max(1);
    let total: u64 = distribution.counts.iter().sum();
    let first = i64::from(distribution.min);
    let bars = distribution
        .counts
        .iter()
        .zip(first..)
        .map(|(count, answer)| bar(answer, *count, most, total, lang));
    let unit = match distribution.role {
        Role::Nps => Unit::Points,
        Role::Csat | Role::Ces => Unit::Percent,
        Role::Heart(_) => Unit::Score,
    };
    let name = match distribution.role {
        Role::Heart(heart) => heart_name(heart, lang).into_any(),
        role => names::role(role, lang).into_any(),
    };
    let own_name =
        distribution.is_named.then(|| view! { <code>{distribution.question.clone()}</code> });
    let heart = match distribution.role {
        Role::Heart(heart) => Some(heart.id()),
        _ => None,
    };
    view! {
        <section class="distribution" data-heart=heart>
            <h3>{name}{own_name}{figure(distribution.figure, unit, lang)}</h3>
            <table class="bars"><tbody>{bars.collect_view()}</tbody></table>
            <p class="note">{aside(distribution, total, lang)}</p>
        </section>
    }
}

fn bar(answer: i64, count: u64, most: u64, total: u64, lang: Lang) -> impl IntoView {
    let width = format!("{}%", count * 100 / most);
    let share = if total > 0 { count as f64 / total as f64 * 100.0 } else { 0.0 };
    view! {
        <tr>
            <th scope="row">{answer.to_string()}</th>
            <td class="track"><span class="fill" style:width=width></span></td>
            <td class="count">{number_text(count as f64, 0, lang)}</td>
            <td class="count">{format!("{}%", number_text(share, 0, lang))}</td>
        </tr>
    }
}

fn aside(distribution: &Distribution, total: u64, lang: Lang) -> String {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let mut parts = vec![t::n_answers(lang, total)];
    if distribution.n_missing > 0 {
        parts.push(t::n_missing(lang, &number(distribution.n_missing)));
    }
    if distribution.n_invalid > 0 {
        parts.push(t::n_invalid(lang, &number(distribution.n_invalid)));
    }
    parts.join(" · ")
}
