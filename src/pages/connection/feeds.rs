//! The feeds a connection may have, one to look at.

use super::feed_now;
use crate::components::link;
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::query::{ConnectionState, Page};
use crate::locales::{connections as t, faults};
use crate::state::{Draft, Navigation};
use leptos::prelude::*;

/// Those that can be described here; sums shown meanwhile are a matter of the document.
const FEEDS: [FeedKind; 4] =
    [FeedKind::Responses, FeedKind::Tally, FeedKind::Journeys, FeedKind::Indicators];

pub(super) fn tabs(lang: Lang) -> impl IntoView {
    view! {
        <nav class="feed-tabs no-print" aria-label=t::feeds(lang)>
            {FEEDS.map(|feed| tab(feed, lang)).collect_view()}
        </nav>
    }
}

fn tab(feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let is_here = move || feed_now() == feed;
    let place = Navigation::here().place_now();
    let to = place.to(Page::Connection(draft.id(), ConnectionState { feed }));
    let mark = move || if draft.has(feed) { "●" } else { "○" };
    let words = move || if draft.has(feed) { t::described(lang) } else { t::not_described(lang) };
    let current = move || is_here().then_some("page");
    view! {
        <span class="entry" class:here=is_here aria-current=current>
            {link(to, "", view! {
                <span aria-hidden="true">{mark}</span> " " {faults::feed(feed, lang)}
                <span class="visually-hidden">" ("{words}")"</span>
            })}
        </span>
    }
}
