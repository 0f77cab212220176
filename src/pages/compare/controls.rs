//! What is held against what.

use crate::components::{link, touchpoint_select};
use crate::core::calendar::Day;
use crate::core::model::{Dimension, Lang};
use crate::core::query::{CompareState, Page, Place, Sides};
use crate::core::scene::{CompareScene, Named};
use crate::locales::{compare as t, names};
use crate::state::Navigation;
use leptos::prelude::*;

pub(super) fn controls(
    scene: &CompareScene,
    responses: Place,
    lang: Lang,
) -> impl IntoView + use<> {
    let touchpoint = |id| look(move |state| state.touchpoint = id);
    view! {
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>
            {touchpoint_select(&scene.touchpoints, scene.touchpoint.as_ref(), lang, touchpoint)}
            <label>{t::by(lang)}{ways(&scene.sides, lang)}</label>
            {choices(scene, lang)}
            {link(responses, "button", t::to_responses(lang))}
        </form>
    }
}

/// Changes what is looked at; the way back undoes it.
fn look(change: impl FnOnce(&mut CompareState)) {
    Navigation::here().step(|place| {
        if let Page::Compare(state) = &mut place.page {
            change(state);
        }
    });
}

fn ways(sides: &Sides, lang: Lang) -> impl IntoView + use<> {
    let by = sides.by();
    let dimensions =
        Dimension::ALL.map(|dimension| (dimension.id(), names::dimension(dimension, lang)));
    let all = std::iter::once((Sides::BY_DATE, t::by_date(lang))).chain(dimensions);
    let options = all.map(|(id, name)| {
        view! { <option value=id selected=id == by>{name}</option> }
    });
    let choose = |event: leptos::ev::Event| {
        if let Some(sides) = Sides::from_id(&event_target_value(&event)) {
            look(|state| state.sides = sides);
        }
    };
    view! { <select on:change=choose>{options.collect_view()}</select> }
}

fn choices(scene: &CompareScene, lang: Lang) -> AnyView {
    match &scene.sides {
        Sides::Date(day) => date(*day, scene, lang),
        Sides::Values(dimension, a, b) => {
            let (dimension, all) = (*dimension, &scene.values);
            let (own_a, own_b) = (a.clone(), b.clone());
            let choose_a = move |a| Sides::Values(dimension, a, own_b.clone());
            let choose_b = move |b| Sides::Values(dimension, own_a.clone(), b);
            view! {
                <label>{t::side_a(lang)}{value(all, a.as_deref(), choose_a)}</label>
                <label>{t::side_b(lang)}{value(all, b.as_deref(), choose_b)}</label>
            }
            .into_any()
        }
    }
}

fn date(day: Option<Day>, scene: &CompareScene, lang: Lang) -> AnyView {
    let choose = |event: leptos::ev::Event| {
        if let Some(day) = Day::parse(&event_target_value(&event)) {
            look(|state| state.sides = Sides::Date(Some(day)));
        }
    };
    let text = |day: Day| day.to_string();
    view! {
        <label>
            {t::date(lang)}
            <input type="date" value=day.map(text) min=text(scene.period.first)
                max=text(scene.period.last) on:change=choose/>
        </label>
    }
    .into_any()
}

fn value(
    all: &[Named],
    chosen: Option<&str>,
    sides: impl Fn(Option<String>) -> Sides + 'static,
) -> AnyView {
    let options = all.iter().map(|value| {
        let is_chosen = chosen == Some(value.id.as_str());
        view! { <option value=value.id.clone() selected=is_chosen>{value.name.clone()}</option> }
    });
    let options = options.collect_view();
    let choose = move |event: leptos::ev::Event| {
        let sides = sides(Some(event_target_value(&event)));
        look(|state| state.sides = sides);
    };
    view! { <select on:change=choose>{options}</select> }.into_any()
}
