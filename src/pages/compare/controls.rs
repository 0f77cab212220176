//! What is held against what.

use super::date::{SplitDay, date};
use crate::components::{link, touchpoint_select};
use crate::core::model::{Dimension, Lang, TouchpointId};
use crate::core::query::{CompareState, Page, ResponsesState, Sides};
use crate::core::scene::{CompareScene, Named};
use crate::locales::{compare as t, names};
use crate::state::Navigation;
use leptos::prelude::*;

/// What the controls are made of. It does not hold the day: they are made anew when something here changes, and
/// whoever is typing a day goes on in the same field.
#[derive(Clone, PartialEq)]
pub(super) struct Held {
    touchpoint: Option<Named>,
    touchpoints: Vec<(Named, Vec<Named>)>,
    sides: Sides,
    values: Vec<Named>,
}

impl Held {
    pub(super) fn of(scene: &CompareScene) -> Self {
        let sides = match &scene.sides {
            Sides::Date(_) => Sides::Date(None),
            values => values.clone(),
        };
        Self {
            touchpoint: scene.touchpoint.clone(),
            touchpoints: scene.touchpoints.clone(),
            sides,
            values: scene.values.clone(),
        }
    }
}

pub(super) fn controls(
    held: &Held,
    day: Memo<Option<SplitDay>>,
    lang: Lang,
) -> impl IntoView + use<> {
    let touchpoint = |id| look(move |state| state.touchpoint = id);
    let id = held.touchpoint.as_ref().map(|touchpoint| TouchpointId::new(&touchpoint.id));
    let navigation = Navigation::here();
    let responses = move || {
        let to = navigation.place().to(Page::Responses(ResponsesState::of(id.clone())));
        link(to, "button", t::to_responses(lang))
    };
    view! {
        <form class="toolbar no-print" on:submit=|event| event.prevent_default()>
            {touchpoint_select(&held.touchpoints, held.touchpoint.as_ref(), lang, touchpoint)}
            <label>{t::by(lang)}{ways(&held.sides, lang)}</label>
            {choices(held, day, lang)}
            {responses}
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

fn choices(held: &Held, day: Memo<Option<SplitDay>>, lang: Lang) -> AnyView {
    match &held.sides {
        Sides::Date(_) => date(day, lang),
        Sides::Values(dimension, a, b) => {
            let (dimension, all) = (*dimension, &held.values);
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
