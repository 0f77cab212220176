//! Where the rows of an answer are.

use super::roles::edit;
use crate::core::connection::{FeedId, FeedKind};
use crate::core::model::Lang;
use crate::core::preview::{Edit, RowsPlace, RowsSuggestion};
use crate::locales::connections as t;
use crate::protocol::SampleScene;
use crate::state::Draft;
use leptos::prelude::*;

pub(super) fn rows(scene: &SampleScene, feed: FeedKind, lang: Lang) -> impl IntoView + use<> {
    let draft = expect_context::<Draft>();
    let said = draft.document().and_then(|document| RowsPlace::said(&document, feed));
    let text = said.as_ref().map(ToString::to_string).unwrap_or_default();
    let write = move |event| put(draft, feed, RowsPlace::of(&event_target_value(&event)));
    let offered = scene.places.iter().filter(|one| Some(&one.place) != said.as_ref()).take(3);
    let offered = offered.map(|one| suggested(one, feed, lang)).collect_view();
    view! {
        <div class="rows-place">
            <label for="rows-path">{t::rows_at(lang)}</label>
            <input id="rows-path" type="text" spellcheck="false" autocomplete="off" placeholder="$[*]"
                prop:value=text on:change=write/>
            {offered}
        </div>
    }
}

fn suggested(one: &RowsSuggestion, feed: FeedKind, lang: Lang) -> impl IntoView + use<> {
    let draft = expect_context::<Draft>();
    let place = one.place.clone();
    let rows = t::rows_found(lang, one.rows as u64);
    let name = place.to_string();
    let take = move |_| put(draft, feed, Some(place.clone()));
    view! {
        <button type="button" class="quiet" on:click=take>{name}</button>
        <span class="note">{rows}</span>
    }
}

fn put(draft: Draft, feed: FeedKind, place: Option<RowsPlace>) {
    if let Some(place) = place {
        edit(draft, &Edit::Rows { feed: FeedId::only(feed), place });
    }
}
