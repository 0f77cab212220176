//! The touchpoints that fall short, most urgent first.

use super::super::Heat;
use super::layout::is_ranked;
use super::{details, words};
use crate::components::{Unit, figure, link};
use crate::core::scene::{PriorityPoint, PriorityScene};
use crate::locales::{matrix as t, shell};
use crate::platform::number_text;
use leptos::prelude::*;

/// Touchpoints listed before all are asked for.
const SHOWN: usize = 10;

pub(super) fn list(
    heat: Heat,
    scene: StoredValue<PriorityScene>,
    spot: RwSignal<Option<usize>>,
) -> impl IntoView {
    let lang = heat.lang;
    let (all, set_all) = signal(false);
    let total =
        scene.with_value(|scene| scene.points.iter().take_while(|point| is_ranked(point)).count());
    let lines = move || {
        let shown = if all.get() { total } else { SHOWN.min(total) };
        scene.with_value(|scene| {
            let lines = scene.points.iter().take(shown).enumerate();
            lines.map(|(place, point)| line(heat, scene, point, place, spot)).collect_view()
        })
    };
    let more = move || {
        (total > SHOWN && !all.get()).then(|| {
            let words = t::show_all(lang, total as u64);
            view! { <button type="button" class="quiet no-print" on:click=move |_| set_all.set(true)>{words}</button> }
        })
    };
    view! {
        <section class="card ranked">
            <h2>{t::ranked(lang)}</h2>
            <p class="note">{t::ranked_note(lang)}". "{t::tested_note(lang)}</p>
            {(total == 0).then(|| view! { <p>{t::nothing_short(lang)}</p> })}
            <ol>{lines}</ol>
            {more}
            <p class="note">{t::quadrants_note(lang)}</p>
        </section>
    }
}

fn line(
    heat: Heat,
    scene: &PriorityScene,
    point: &PriorityPoint,
    place: usize,
    spot: RwSignal<Option<usize>>,
) -> impl IntoView + use<> {
    let lang = heat.lang;
    let to = details(heat, &point.touchpoint.id, heat.navigation.place_now());
    let parts = [
        Some(shell::n_is(lang, &number_text(point.figure.n as f64, 0, lang))),
        Some(t::importance_is(lang, &words::importance(scene, point.importance, lang))),
        Some(t::priority_is(lang, &words::priority(point.priority, lang))),
        words::certainty(point, lang).map(str::to_owned),
    ];
    let note = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li on:pointerover=move |_| spot.set(Some(place)) on:focusin=move |_| spot.set(Some(place))>
            <p class="head">
                {link(to, "name", point.touchpoint.name.clone())}
                {figure(point.figure, Unit::of(scene.state.measure), lang)}
            </p>
            <p class="note">{note}</p>
        </li>
    }
}
