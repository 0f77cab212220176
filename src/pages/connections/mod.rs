//! `/connections`: where figures may come from, and where they do.

mod add;
mod card;
mod health;
mod kinds;

use crate::components::link;
use crate::core::model::Lang;
use crate::core::query::{DataState, Page, Place, encode};
use crate::locales::connections as t;
use crate::platform::restart;
use crate::state::{Connections, Navigation};
use leptos::prelude::*;

/// The connections there are, and which is in use.
pub fn connections(lang: Lang) -> AnyView {
    let own = Connections::begin();
    provide_context(own);
    let place = Navigation::here().place_now();
    let not_kept =
        move || (!own.are_kept()).then(|| view! { <p class="notice bad">{t::not_kept(lang)}</p> });
    view! {
        <div class="connections-page">
            <div class="page-head">
                <div>
                    <h1 id="heading" tabindex="-1">{t::title(lang)}</h1>
                    <p class="about">{t::about(lang)}</p>
                </div>
                <div class="actions no-print">
                    {link(place.to(Page::Data(DataState::default())), "button", t::what_was_read(lang))}
                </div>
            </div>
            <div role="status">{not_kept}</div>
            {add::add(lang)}
            {card::list(lang)}
        </div>
    }
    .into_any()
}

/// Reads from other connections: everything begins anew, at a page.
fn read_from(ids: Vec<String>, page: Page, own: Connections) {
    if own.choose(ids) {
        let lang = Navigation::here().place_now().lang;
        restart(&encode(&Place { page, lang, ..Place::default() }));
    }
}
