//! The list of connections, and what can be done with each.

use super::health::health;
use super::read_from;
use crate::components::{link, source_name};
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::query::{ConnectionState, Page};
use crate::locales::{connections as t, faults};
use crate::platform::download;
use crate::protocol::SITE;
use crate::state::{Connections, Engine, Navigation, OwnConnection};
use leptos::prelude::*;

/// What was removed last, as long as it can be put back: its place, itself, whether it was in use.
type Removed = RwSignal<Option<(usize, OwnConnection, bool)>>;

/// The site's own connections first, then those of this device.
pub(super) fn list(lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let removed: Removed = RwSignal::new(None);
    provide_context(Exported(RwSignal::new(false)));
    let cards = move || {
        let all = own.all().into_iter().enumerate();
        all.map(|(place, one)| own_card(place, one, removed, lang)).collect_view()
    };
    view! {
        <ul class="connections">
            {move || site_card(lang)}
            {cards}
        </ul>
        <p class="undo" role="status">{move || undo(removed, lang)}</p>
        <p class="note" role="status">{left_behind(lang)}</p>
    }
}

/// Whether the document of a connection was exported without the files it is made of.
#[derive(Clone, Copy)]
struct Exported(RwSignal<bool>);

fn left_behind(lang: Lang) -> impl IntoView {
    let Exported(is_without) = expect_context();
    move || is_without.get().then(|| t::not_in_export(lang))
}

/// The connections that the site itself names: the demo where it names none.
fn site_card(lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let engine = Engine::here();
    let is_used = own.in_use().iter().any(|id| id == SITE);
    let name = move || {
        let status = engine.status();
        let of_site = status.sources.iter().filter(|source| source.id.starts_with(SITE));
        let names: Vec<&str> = of_site.map(|source| source_name(source, lang)).collect();
        if names.is_empty() { t::of_site(lang).to_owned() } else { names.join(" + ") }
    };
    let is_demo = move || engine.status().site_is_demo;
    let hint = move || if is_demo() { t::of_demo_hint(lang) } else { t::of_site_hint(lang) };
    view! {
        <li class="card connection-card" class:used=is_used>
            <div class="about">
                <h2>{name}</h2>
                {badge(is_used, lang)}
                <p class="note">{hint}</p>
                {health(SITE.to_owned(), lang)}
            </div>
            <p class="actions no-print">{choices(SITE.to_owned(), lang)}</p>
        </li>
    }
}

fn own_card(place: usize, one: OwnConnection, removed: Removed, lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let is_used = own.in_use().contains(&one.id);
    let name = title(&one, lang);
    let page = Page::Connection(one.id.clone(), ConnectionState::default());
    let to = Navigation::here().place_now().to(page);
    view! {
        <li class="card connection-card" class:used=is_used>
            <div class="about">
                <h2>{link(to.clone(), "", name.clone())}</h2>
                {badge(is_used, lang)}
                <p class="url">{one.place()}</p>
                <p class="note">{feeds(&one, lang)}</p>
                {health(one.id.clone(), lang)}
            </div>
            <p class="actions no-print">
                {link(to, "button", t::edit(lang))}
                {choices(one.id.clone(), lang)}
                {actions(place, one, is_used, removed, lang)}
            </p>
        </li>
    }
}

/// Reading from a connection alone, or beside the others, or no longer.
fn choices(id: String, lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let engine = Engine::here();
    let used = untrack(|| own.in_use());
    let (is_used, is_only) = (used.contains(&id), used == [id.clone()]);
    let (is_site, used_site) = (id == SITE, used.iter().any(|id| id == SITE));
    let (alone, with, without) = (vec![id.clone()], joined(&used, &id), left(&used, &id));
    let button = move |name: &'static str, ids: Vec<String>, page: Page| {
        let press = move |_| read_from(ids.clone(), page.clone(), own);
        view! { <button type="button" on:click=press>{name}</button> }
    };
    let choose = if is_used { t::read_alone(lang) } else { t::choose(lang) };
    // Beside the demo figures of one's own would be taken for some of its.
    let may_join = Memo::new(move |_| {
        let status = engine.status();
        let is_of_demo = status.site_is_demo && (is_site || used_site);
        !is_used && !status.sources.is_empty() && !is_of_demo
    });
    view! {
        {(!is_only).then(|| button(choose, alone, Page::Overview))}
        {move || may_join.get().then(|| button(t::read_too(lang), with.clone(), Page::Connections))}
        {(is_used && !is_only).then(|| button(t::leave_out(lang), without, Page::Connections))}
    }
}

fn joined(used: &[String], id: &str) -> Vec<String> {
    used.iter().cloned().chain([id.to_owned()]).collect()
}

fn left(used: &[String], id: &str) -> Vec<String> {
    used.iter().filter(|used| *used != id).cloned().collect()
}

fn actions(
    place: usize,
    one: OwnConnection,
    is_used: bool,
    removed: Removed,
    lang: Lang,
) -> impl IntoView {
    let own = expect_context::<Connections>();
    let id = StoredValue::new(one.id.clone());
    let (copied, exported, gone) = (one.document.clone(), one.clone(), one);
    let copy = move |_| {
        own.add(copied.clone());
    };
    let Exported(is_without) = expect_context();
    let export = move |_| {
        download(&format!("{}.json", exported.id), &exported.exported());
        is_without.set(exported.is_of_files());
    };
    let remove = move |_| {
        own.remove(&id.get_value());
        removed.set(Some((place, gone.clone(), is_used)));
    };
    view! {
        <button type="button" class="quiet" on:click=copy>{t::duplicate(lang)}</button>
        <button type="button" class="quiet" on:click=export>{t::export(lang)}</button>
        <button type="button" class="quiet" on:click=remove>{t::remove(lang)}</button>
    }
}

/// Says what was removed, with the way back.
fn undo(removed: Removed, lang: Lang) -> Option<impl IntoView> {
    let own = expect_context::<Connections>();
    let (place, gone, was_used) = removed.get()?;
    let name = title(&gone, lang);
    let back = move |_| {
        own.restore(place, gone.clone(), was_used);
        removed.set(None);
    };
    Some(view! {
        {t::removed(lang, &name)} " "
        <button type="button" on:click=back>{t::undo(lang)}</button>
    })
}

fn badge(is_used: bool, lang: Lang) -> Option<impl IntoView> {
    is_used.then(|| view! { <span class="badge">{t::in_use(lang)}</span> })
}

/// What a connection is called: by its name, else by where it reads.
fn title(one: &OwnConnection, lang: Lang) -> String {
    let names = [one.name(lang), one.place()];
    let named = names.into_iter().find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| t::unnamed(lang).to_owned())
}

/// Which feeds it gives.
fn feeds(one: &OwnConnection, lang: Lang) -> String {
    let has = |kind: &FeedKind| one.document.pointer(&format!("/feeds/{}", kind.id())).is_some();
    let names = FeedKind::ALL.into_iter().filter(has).map(|kind| faults::feed(kind, lang));
    names.collect::<Vec<_>>().join(" · ")
}
