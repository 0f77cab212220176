//! What stands where an answer has not come, or never will.

use crate::core::model::Lang;
use crate::core::query::Page;
use crate::locales::shell as t;
use crate::platform::keep_place;
use crate::state::{Asked, Navigation};
use leptos::prelude::*;

/// Grey shapes in the place of what is to come. A screen reader hears that the page is loading.
pub fn waiting(lang: Lang) -> impl IntoView {
    view! {
        <div class="waiting" role="status">
            <span class="visually-hidden">{t::loading(lang)}</span>
            <div class="bone wide"></div>
            <div class="bone"></div>
            <div class="bone"></div>
        </div>
    }
}

/// What was asked for is not there.
pub fn missing(title: &'static str, hint: &'static str, lang: Lang) -> impl IntoView {
    let place = Navigation::here().place_now();
    view! {
        <section class="empty">
            <h1 id="heading" tabindex="-1">{title}</h1>
            <p>{hint}</p>
            <p>{super::link(place.to(Page::Overview), "button", t::to_overview(lang))}</p>
        </section>
    }
}

/// A page whose program could not be loaded. The address is right already: loading it anew is trying again.
pub fn not_loaded(lang: Lang) -> impl IntoView {
    let navigation = Navigation::here();
    let again = navigation.href(&navigation.place_now());
    view! {
        <section class="empty" role="alert">
            <h1 id="heading" tabindex="-1">{t::not_loaded(lang)}</h1>
            <p>{t::not_loaded_hint(lang)}</p>
            <p><a class="button" href=again>{t::load_again(lang)}</a></p>
        </section>
    }
}

/// The view of an answer; grey shapes before it comes, `none` when there is none.
pub fn answered<T: Clone + Send + Sync + 'static>(
    answer: ReadSignal<Asked<T>>,
    lang: Lang,
    none: impl Fn() -> AnyView + Send + Sync + 'static,
    some: impl Fn(&T) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let is_shown = StoredValue::new(false);
    move || {
        if is_shown.get_value() {
            // Newer figures do not take the focus away, nor scroll, nor fold.
            let restore = keep_place();
            queue_microtask(move || restore.restore());
        }
        is_shown.set_value(answer.with(|answer| matches!(answer, Asked::Scene(_))));
        answer.with(|answer| match answer {
            Asked::Waiting => waiting(lang).into_any(),
            Asked::Missing => none(),
            Asked::Scene(scene) => some(scene),
        })
    }
}
