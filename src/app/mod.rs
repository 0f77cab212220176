//! The page as a whole: stores, frame and the page of the place.

use crate::components::{Banner, Header};
use crate::core::model::Lang;
use crate::core::query::Page;
use crate::pages;
use crate::platform::set_title;
use crate::state::{Engine, Navigation, Preferences};
use leptos::prelude::*;

/// The app. It is made anew when the language changes, so that no text need follow it by itself.
#[component]
pub fn App() -> impl IntoView {
    let navigation = Navigation::begin();
    let preferences = Preferences::begin(navigation);
    provide_context(navigation);
    provide_context(preferences);
    provide_context(Engine::begin());
    move || framed(preferences.lang())
}

fn framed(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    // Only a change of page makes a page anew; what changes on it, it follows by itself.
    let page = Memo::new(move |_| Which::of(&navigation.page()));
    view! {
        <a class="skip" href="#heading">{crate::locales::shell::skip(lang)}</a>
        <Header lang/>
        <Banner lang/>
        <main id="main">{move || content(page.get(), lang)}</main>
    }
    .into_any()
}

/// Which page, whatever its state.
#[derive(Clone, PartialEq)]
enum Which {
    Overview,
    Journeys,
    Map(String),
    Heat(String),
    Hearts,
    Responses,
    Data,
    NotFound,
}

impl Which {
    fn of(page: &Page) -> Self {
        match page {
            Page::Overview => Self::Overview,
            Page::Journeys => Self::Journeys,
            Page::Map(journey, _) => Self::Map(journey.to_string()),
            Page::Heat(journey, _) => Self::Heat(journey.to_string()),
            Page::Hearts => Self::Hearts,
            Page::Responses(_) => Self::Responses,
            Page::Data => Self::Data,
            Page::NotFound(_) => Self::NotFound,
        }
    }
}

fn content(which: Which, lang: Lang) -> AnyView {
    set_title(&pages::title(&Navigation::here().place_now().page, lang));
    match which {
        Which::Overview => pages::overview(lang),
        Which::Journeys => pages::journeys(lang),
        Which::Map(journey) => pages::map(journey, lang),
        Which::Heat(journey) => pages::heat(journey, lang),
        Which::Hearts => pages::hearts(lang),
        Which::Responses => pages::responses(lang),
        Which::Data => pages::data(lang),
        Which::NotFound => pages::not_found(lang),
    }
}
