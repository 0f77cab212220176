//! The program with every page.

use super::frame::framed;
use super::which::Which;
use crate::core::model::Lang;
use crate::pages;
use crate::platform::{focus_when_there, takes_over};
use crate::state::HEADING;
use leptos::prelude::*;

/// The app, whole.
#[component]
pub fn App() -> impl IntoView {
    // Whoever asked for a page in the entrance reads on here, at its beginning.
    if takes_over() {
        focus_when_there(HEADING);
    }
    framed(page)
}

fn page(which: Which, lang: Lang) -> AnyView {
    match which {
        Which::Overview => pages::overview(lang),
        Which::Journeys => pages::journeys(lang),
        Which::Map(journey) => pages::map(journey, lang),
        Which::Heat(journey) => pages::heat(journey, lang),
        Which::Hearts => pages::hearts(lang),
        Which::Responses => pages::responses(lang),
        Which::Compare => pages::compare(lang),
        Which::Surveys => pages::surveys(lang),
        Which::Data => pages::data(lang),
        Which::NotFound => pages::not_found(lang),
    }
}
