//! The programs and their pages.

use super::frame::framed;
use super::program::Program;
use super::which::Which;
use crate::components::{not_loaded, waiting};
use crate::core::model::Lang;
use crate::pages;
use crate::platform::{focus_when_there, hand_over, takes_over};
use crate::state::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The overview, and the way to everything else.
#[component]
pub fn Overview() -> impl IntoView {
    begin();
    framed(|which, lang| match which {
        Which::Overview => pages::overview(lang),
        other => elsewhere(&other, lang),
    })
}

/// Journeys, their maps and heat maps.
#[component]
pub fn Journeys() -> impl IntoView {
    begin();
    framed(|which, lang| match Program::of(&which) {
        Program::Journeys => of_journeys(which, lang),
        _ => elsewhere(&which, lang),
    })
}

/// What is worked out: responses, comparisons, surveys, the five hearts.
#[component]
pub fn Analysis() -> impl IntoView {
    begin();
    framed(|which, lang| match Program::of(&which) {
        Program::Analysis => of_analysis(which, lang),
        _ => elsewhere(&which, lang),
    })
}

/// The connections, and what was read from them.
#[component]
pub fn Sources() -> impl IntoView {
    begin();
    framed(|which, lang| match Program::of(&which) {
        Program::Sources => of_sources(which, lang),
        _ => elsewhere(&which, lang),
    })
}

/// One connection: what its API gives and takes, and what is made of that.
#[component]
pub fn Mapper() -> impl IntoView {
    begin();
    framed(|which, lang| match which {
        Which::Connection(id) => pages::connection(id, lang),
        other => elsewhere(&other, lang),
    })
}

/// Any page.
pub(super) fn any_page(which: Which, lang: Lang) -> AnyView {
    if let Which::Connection(id) = which {
        return pages::connection(id, lang);
    }
    match Program::of(&which) {
        Program::Overview => pages::overview(lang),
        Program::Journeys => of_journeys(which, lang),
        Program::Analysis => of_analysis(which, lang),
        Program::Sources | Program::Mapper => of_sources(which, lang),
    }
}

fn of_journeys(which: Which, lang: Lang) -> AnyView {
    match which {
        Which::Journeys => pages::journeys(lang),
        Which::Map(journey) => pages::map(journey, lang),
        Which::Heat(journey) => pages::heat(journey, lang),
        _ => pages::not_found(lang),
    }
}

fn of_analysis(which: Which, lang: Lang) -> AnyView {
    match which {
        Which::Responses => pages::responses(lang),
        Which::Compare => pages::compare(lang),
        Which::Surveys => pages::surveys(lang),
        _ => pages::hearts(lang),
    }
}

fn of_sources(which: Which, lang: Lang) -> AnyView {
    match which {
        Which::Connections => pages::connections(lang),
        _ => pages::data(lang),
    }
}

/// Whoever asked for a page of this program in another one reads on here, at its beginning.
fn begin() {
    if takes_over() {
        focus_when_there(HEADING);
    }
}

/// A page of another program is wanted: that takes the place of this one, and shows the page of the address.
fn elsewhere(which: &Which, lang: Lang) -> AnyView {
    let program = Program::of(which);
    let failed = RwSignal::new(false);
    spawn_local(async move {
        let _ = failed.try_set(!hand_over(program.id()).await);
    });
    let shown = move || match failed.get() {
        false => waiting(lang).into_any(),
        true => not_loaded(lang).into_any(),
    };
    shown.into_any()
}
