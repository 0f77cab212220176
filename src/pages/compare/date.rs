//! The day that parts before from after.

use crate::core::calendar::{Day, Period};
use crate::core::model::Lang;
use crate::core::query::{Page, Sides};
use crate::core::scene::CompareScene;
use crate::locales::compare as t;
use crate::state::Navigation;
use leptos::ev::Event;
use leptos::html::Input;
use leptos::prelude::*;

/// The day as it was answered, and the days it lies in.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct SplitDay {
    day: Day,
    period: Period,
}

impl SplitDay {
    pub(super) fn of(scene: &CompareScene) -> Option<Self> {
        match scene.sides {
            Sides::Date(day) => Some(Self { day: day?, period: scene.period }),
            Sides::Values(..) => None,
        }
    }
}

/// The field of the day. It is never made anew, nor written to by what somebody types in it; when they leave it, it says
/// the day that is compared, also where what was typed is none.
pub(super) fn date(shown: Memo<Option<SplitDay>>, lang: Lang) -> AnyView {
    let field = NodeRef::<Input>::new();
    let changed = StoredValue::new(false);
    let day = Memo::new(move |_| asked_for().or(shown.get().map(|shown| shown.day)));
    let say = move |day: Option<Day>| {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        if let Some(field) = field.get().filter(|field| field.value() != text) {
            field.set_value(&text);
        }
    };
    Effect::new(move |_| say(day.get()));
    let choose = move |event: Event| {
        if let Some(day) = typed(&event_target_value(&event)) {
            compare_at(day, changed.get_value());
            changed.set_value(true);
        }
    };
    let leave = move |_| {
        changed.set_value(false);
        untrack(|| say(day.get()));
    };
    let end = |of: fn(Period) -> Day| move || shown.get().map(|shown| of(shown.period).to_string());
    view! {
        <label>
            {t::date(lang)}
            <input type="date" node_ref=field min=end(|period| period.first)
                max=end(|period| period.last) on:change=choose on:focusout=leave/>
        </label>
    }
    .into_any()
}

/// The day that the address asks for.
fn asked_for() -> Option<Day> {
    match Navigation::here().page() {
        Page::Compare(state) => match state.sides {
            Sides::Date(day) => day,
            Sides::Values(..) => None,
        },
        _ => None,
    }
}

/// A day as it is typed. While its year is, that begins with zeros.
fn typed(text: &str) -> Option<Day> {
    if text.starts_with('0') { None } else { Day::parse(text) }
}

/// Compares at another day. All that is typed in one go is one step to go back.
fn compare_at(day: Day, is_going_on: bool) {
    let navigation = Navigation::here();
    let change = |place: &mut crate::core::query::Place| {
        if let Page::Compare(state) = &mut place.page {
            state.sides = Sides::Date(Some(day));
        }
    };
    if is_going_on { navigation.change(change) } else { navigation.step(change) }
}
