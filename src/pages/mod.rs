//! The pages, a file or folder a route.

mod compare;
mod connection;
mod connections;
mod data;
mod hearts;
mod heat;
mod journeys;
mod map;
mod not_found;
mod overview;
mod responses;
mod surveys;
mod touchpoint;

pub use compare::compare;
pub use connection::connection;
pub use connections::connections;
pub use data::data;
pub use hearts::hearts;
pub use heat::heat;
pub use journeys::journeys;
pub use map::map;
pub use not_found::not_found;
pub use overview::overview;
pub use responses::responses;
pub use surveys::surveys;

use crate::core::model::Lang;
use crate::core::query::Page;
use crate::locales::{compare as compared, matrix, shell as t, surveys as asked};

/// The title of a page for the tab.
pub fn title(page: &Page, lang: Lang) -> String {
    let name = match page {
        Page::Overview => t::overview(lang),
        Page::Journeys => t::journeys(lang),
        Page::Map(..) => t::journey_map(lang),
        Page::Heat(_, state) => matrix::view(state.view, lang),
        Page::Hearts => t::hearts(lang),
        Page::Responses(_) => t::responses(lang),
        Page::Compare(_) => compared::title(lang),
        Page::Surveys(_) => asked::title(lang),
        Page::Data(_) => t::data(lang),
        Page::Connections | Page::Connection(..) => t::connections(lang),
        Page::NotFound(_) => t::not_found(lang),
    };
    format!("{name} · {}", t::app(lang))
}
