//! Which field of a record is where in a row.

use super::answer::ANSWER;
use crate::core::connection::{FeedId, FeedKind};
use crate::core::model::Lang;
use crate::core::preview::{
    Edit, FieldName, FieldSuggestion, FieldSuggestions, Sureness, said_path,
};
use crate::locales::{connections as t, fields};
use crate::platform::focus;
use crate::protocol::SampleScene;
use crate::state::Draft;
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// The field that is given a path next; what is clicked in the answer goes there.
#[derive(Clone, Copy)]
pub(super) struct Active {
    draft: Draft,
    field: RwSignal<Option<FieldName>>,
    fields: RwSignal<Vec<FieldName>>,
}

impl Active {
    pub(super) fn begin(draft: Draft) -> Self {
        Self { draft, field: RwSignal::new(None), fields: RwSignal::default() }
    }

    /// Gives a path to the field that is chosen; the next one that has none is chosen then.
    pub(super) fn take(self, path: &str, feed: FeedKind) {
        let Some(field) = self.chosen() else { return };
        set_path(self.draft, feed, &field, path);
        let next = self.fields.with(|fields| {
            let behind = fields.iter().skip_while(|one| **one != field).skip(1);
            behind.into_iter().find(|one| written(self.draft, feed, one).is_none()).cloned()
        });
        self.field.set(next);
    }

    /// The field that is chosen: by hand, else the first that has no path yet.
    fn chosen(self) -> Option<FieldName> {
        self.field.get().or_else(|| self.fields.with(|fields| fields.first().cloned()))
    }
}

/// Changes the document of a draft; what cannot be changed stays as it is, and says so where it is read.
pub(super) fn edit(draft: Draft, edit: &Edit) {
    draft.change(|document| {
        if let Ok(changed) = edit.apply(document.clone()) {
            *document = changed;
        }
    });
}

fn set_path(draft: Draft, feed: FeedKind, field: &FieldName, path: &str) {
    let (feed, field) = (FeedId::only(feed), field.clone());
    match path.trim() {
        "" => edit(draft, &Edit::Clear { feed, field }),
        path => edit(draft, &Edit::Path { feed, field, path: path.to_owned() }),
    }
}

/// The path the document says for a field, if it says one.
fn written(draft: Draft, feed: FeedKind, field: &FieldName) -> Option<String> {
    let document = draft.document()?;
    let mut at = document.get("feeds")?.get(feed.id())?.get("fields")?;
    for (place, name) in field.names().iter().enumerate() {
        at = at.get(name)?;
        let is_inner = place + 1 < field.names().len() && FieldName::is_level(name);
        at = if is_inner { at.get("fields")? } else { at };
    }
    let text = if FieldName::is_level(field.last()) { at.get("rows") } else { Some(at) };
    text.and_then(said_path)
}

/// The paths that fields have.
pub(super) fn used(scene: &SampleScene, feed: FeedKind) -> BTreeSet<String> {
    let draft = expect_context::<Draft>();
    let paths = scene.fields.iter().filter_map(|one| written(draft, feed, &one.field));
    untrack(|| paths.collect())
}

pub(super) fn roles(scene: &SampleScene, feed: FeedKind, lang: Lang) -> impl IntoView + use<> {
    let active = expect_context::<Active>();
    active.fields.set(scene.fields.iter().map(|one| one.field.clone()).collect());
    let rows = scene.fields.iter().cloned().map(|one| role(one, active, feed, lang)).collect_view();
    view! {
        <section class="card roles">
            <h2>{t::roles(lang)}</h2>
            <p class="note">{t::roles_hint(lang)}</p>
            {all_suggested(scene, feed, lang)}
            <ul>{rows}</ul>
        </section>
    }
}

fn role(one: FieldSuggestions, active: Active, feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let field = StoredValue::new(one.field.clone());
    let name = fields::name(&one.field, lang);
    let id = format!("role-{}", one.field);
    let is_chosen = move || active.chosen() == Some(field.get_value());
    let path = move || written(draft, feed, &field.get_value()).unwrap_or_default();
    let write = move |event| set_path(draft, feed, &field.get_value(), &event_target_value(&event));
    let suggestions = one.suggestions.into_iter().take(2);
    let suggestions: Vec<_> = suggestions.collect();
    let offered = move || {
        let now = path();
        let others = suggestions.iter().filter(|suggestion| suggestion.path != now).cloned();
        others.map(|other| suggested(other, field.get_value(), feed, lang)).collect_view()
    };
    view! {
        <li class:chosen=is_chosen>
            <div class="head">
                <button type="button" class="role" aria-pressed=move || is_chosen().to_string()
                    on:click=move |_| active.field.set(Some(field.get_value()))>{name.clone()}</button>
                <input id=id type="text" aria-label=t::path_of(lang, &name) spellcheck="false" autocomplete="off"
                    placeholder=one.field.native_path() prop:value=path on:change=write/>
            </div>
            <div class="suggested">{offered}</div>
        </li>
    }
}

fn suggested(
    suggestion: FieldSuggestion,
    field: FieldName,
    feed: FeedKind,
    lang: Lang,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let why = fields::signs(&suggestion.signs, lang);
    let path = suggestion.path.clone();
    let take = move |_| draft.change(|document| apply(document, feed, &field, &suggestion));
    view! {
        <button type="button" class="quiet" on:click=take>{path}</button>
        <span class="note">{why}</span>
    }
}

/// Takes a suggestion whole: the path, how dates are written there, what words stand for.
fn apply(document: &mut Value, feed: FeedKind, field: &FieldName, suggestion: &FieldSuggestion) {
    let feed = FeedId::only(feed);
    let path = Edit::Path { feed, field: field.clone(), path: suggestion.path.clone() };
    let date = suggestion.date.map(|form| Edit::Date { feed, field: field.clone(), form });
    let map = Some(suggestion.map.clone()).filter(|map| !map.is_empty());
    let map = map.map(|map| Edit::Map { feed, field: field.clone(), map });
    for edit in [Some(path), date, map].into_iter().flatten() {
        if let Ok(changed) = edit.apply(document.clone()) {
            *document = changed;
        }
    }
}

/// Takes the rows and every suggestion that is more than a guess, in one change.
fn all_suggested(scene: &SampleScene, feed: FeedKind, lang: Lang) -> Option<impl IntoView + use<>> {
    let draft = expect_context::<Draft>();
    let place = scene.place.clone()?;
    let sure = |one: &FieldSuggestions| {
        let best = one.suggestions.first().filter(|best| best.sureness >= Sureness::Fair)?;
        Some((one.field.clone(), best.clone()))
    };
    let found: Vec<_> = scene.fields.iter().filter_map(sure).collect();
    let is_open = found.iter().any(|(field, _)| written(draft, feed, field).is_none());
    let take = move |_| {
        draft.change(|document| {
            let rows = Edit::Rows { feed: FeedId::only(feed), place: place.clone() };
            if let Ok(changed) = rows.apply(document.clone()) {
                *document = changed;
            }
            for (field, suggestion) in &found {
                apply(document, feed, field, suggestion);
            }
        });
        // The button goes with what it offered.
        focus(ANSWER);
    };
    is_open.then(|| {
        view! {
            <button type="button" class="primary" on:click=take>{t::take_all(lang)}</button>
        }
    })
}
