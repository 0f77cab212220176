//! What one feed is asked.

use super::json_field::{json_field, value};
use super::seen::Seen;
use crate::core::connection::{FeedKind, put};
use crate::core::model::Lang;
use crate::locales::{connections as t, faults};
use crate::state::Draft;
use leptos::prelude::*;

pub(super) fn request(feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let seen = expect_context::<Seen>();
    let place = ["feeds", feed.id(), "path"];
    let write = move |event| draft.write(&place, &event_target_value(&event));
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        seen.look_again();
    };
    view! {
        <section class="card request">
            <h2>{t::request(lang, faults::feed(feed, lang))}</h2>
            <p class="note">{t::about_feed(feed, lang)}</p>
            <form class="address" on:submit=look>
                <label for="feed-path">{t::path(lang)}</label>
                <input id="feed-path" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    placeholder="responses?limit=1000" prop:value=move || draft.text(&place) on:change=write/>
                <button type="submit">{t::look_again(lang)}</button>
                {removal(feed, lang)}
            </form>
            {sent(feed, lang)}
            {paste(lang)}
        </section>
    }
}

/// The JSON that some APIs want to be asked with.
fn sent(feed: FeedKind, lang: Lang) -> impl IntoView {
    let (draft, place) = (expect_context::<Draft>(), ["feeds", feed.id(), "body"]);
    let is_open = untrack(|| value(draft, &place).is_some());
    view! {
        <details class="paste no-print" open=is_open>
            <summary>{t::sent(lang)}</summary>
            {json_field(place, "JSON", t::sent_hint(lang), "", lang)}
        </details>
    }
}

/// The way to do without the feed, where it is described.
pub(super) fn removal(feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let remove = move |_| draft.change(|document| put(document, &["feeds", feed.id()], None));
    move || {
        draft.has(feed).then(|| {
            view! { <button type="button" class="quiet" on:click=remove>{t::remove_feed(lang)}</button> }
        })
    }
}

/// An answer that is at hand takes the place of one that is fetched.
fn paste(lang: Lang) -> impl IntoView {
    let seen = expect_context::<Seen>();
    let take = move |event| seen.take_pasted(event_target_value(&event));
    view! {
        <details class="paste no-print">
            <summary>{t::paste(lang)}</summary>
            <label for="pasted">{t::paste_hint(lang)}</label>
            <textarea id="pasted" rows="5" spellcheck="false" prop:value=move || seen.pasted() on:change=take></textarea>
        </details>
    }
}
