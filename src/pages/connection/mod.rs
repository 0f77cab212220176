//! `/connections/:id`: one connection, what it gives, and what is made of that.

mod access;
mod answer;
mod feeds;
mod file;
mod head;
mod json_field;
mod lacking;
mod outline;
mod records;
mod refresh;
mod request;
mod roles;
mod rows;
mod seen;
mod session;
mod writing;

use crate::components::missing;
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::query::Page;
use crate::locales::connections as t;
use crate::state::{Connections, Draft, Navigation};
use leptos::prelude::*;
use roles::Active;
use seen::Seen;

/// One connection of this device, to be looked at and changed.
pub fn connection(id: String, lang: Lang) -> AnyView {
    let own = Connections::begin();
    provide_context(own);
    let draft = Draft::begin(own, &id);
    provide_context(draft);
    let is_there = Memo::new(move |_| draft.document().is_some());
    let shown = move || match is_there.get() {
        true => editor(lang),
        false => missing(t::no_connection(lang), t::no_connection_hint(lang), lang).into_any(),
    };
    shown.into_any()
}

fn editor(lang: Lang) -> AnyView {
    provide_context(Active::begin(expect_context::<Draft>()));
    provide_context(Seen::begin());
    let feed = Memo::new(|_| feed_now());
    let is_of_files = untrack(|| expect_context::<Draft>().is_of_files());
    let own = expect_context::<Connections>();
    let not_kept =
        move || (!own.are_kept()).then(|| view! { <p class="notice bad">{t::not_kept(lang)}</p> });
    view! {
        <div class="connection-page">
            {head::head(lang)}
            <div role="status">{not_kept}</div>
            {if is_of_files { file::files(lang).into_any() } else { access::access(lang).into_any() }}
            {feeds::tabs(lang)}
            {move || of_feed(feed.get(), lang)}
            {(!is_of_files).then(|| writing::writing(lang))}
        </div>
    }
    .into_any()
}

/// What one feed is asked, what it answers, and what is made of it.
fn of_feed(feed: FeedKind, lang: Lang) -> impl IntoView {
    let is_of_files = untrack(|| expect_context::<Draft>().is_of_files());
    view! {
        {if is_of_files { file::file(feed, lang).into_any() } else { request::request(feed, lang).into_any() }}
        {answer::answer(feed, lang)}
    }
}

/// The feed that is looked at.
fn feed_now() -> FeedKind {
    match Navigation::here().page() {
        Page::Connection(_, state) => state.feed,
        _ => FeedKind::Responses,
    }
}
