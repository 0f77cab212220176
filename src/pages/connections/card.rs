//! The list of connections, and what can be done with each.

use super::read_from;
use crate::components::link;
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::query::{ConnectionState, Page};
use crate::locales::{connections as t, faults, shell};
use crate::platform::download;
use crate::state::{Connections, Engine, Navigation, OwnConnection, started_with};
use leptos::prelude::*;

/// What was removed last, as long as it can be put back: its place, itself, whether it was in use.
type Removed = RwSignal<Option<(usize, OwnConnection, bool)>>;

/// The site's own connection first, then those of this device.
pub(super) fn list(lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let removed: Removed = RwSignal::new(None);
    let cards = move || {
        let in_use = own.in_use();
        let all = own.all().into_iter().enumerate();
        all.map(|(place, one)| {
            let is_used = in_use.as_deref() == Some(one.id.as_str());
            own_card(place, one, is_used, removed, lang)
        })
        .collect_view()
    };
    view! {
        <ul class="connections">
            {move || site_card(own.in_use().is_none(), lang)}
            {cards}
        </ul>
        <p class="undo" role="status">{move || undo(removed, lang)}</p>
    }
}

/// The connection that the site itself names: the demo where it names none.
fn site_card(is_used: bool, lang: Lang) -> impl IntoView {
    let own = expect_context::<Connections>();
    let engine = Engine::here();
    let name = move || {
        let status = engine.status();
        match started_with() {
            Some(_) => t::of_site(lang).to_owned(),
            None if status.is_demo => shell::demo(lang).to_owned(),
            None => status.name(lang).to_owned(),
        }
    };
    let choose = (!is_used).then(|| {
        view! { <button type="button" on:click=move |_| read_from(None, own)>{t::choose(lang)}</button> }
    });
    view! {
        <li class="card connection-card" class:used=is_used>
            <div class="about">
                <h2>{name}</h2>
                {badge(is_used, lang)}
                <p class="note">{t::of_site_hint(lang)}</p>
            </div>
            <p class="actions no-print">{choose}</p>
        </li>
    }
}

fn own_card(
    place: usize,
    one: OwnConnection,
    is_used: bool,
    removed: Removed,
    lang: Lang,
) -> impl IntoView {
    let name = title(&one, lang);
    let page = Page::Connection(one.id.clone(), ConnectionState::default());
    let to = Navigation::here().place_now().to(page);
    view! {
        <li class="card connection-card" class:used=is_used>
            <div class="about">
                <h2>{link(to.clone(), "", name.clone())}</h2>
                {badge(is_used, lang)}
                <p class="url">{one.base_url().to_owned()}</p>
                <p class="note">{feeds(&one, lang)}</p>
            </div>
            <p class="actions no-print">
                {link(to, "button", t::edit(lang))}
                {actions(place, one, is_used, removed, lang)}
            </p>
        </li>
    }
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
    let choose = move |_| read_from(Some(&id.get_value()), own);
    let (copied, exported, gone) = (one.document.clone(), one.clone(), one);
    let copy = move |_| {
        own.add(copied.clone());
    };
    let export = move |_| download(&format!("{}.json", exported.id), &exported.exported());
    let remove = move |_| {
        own.remove(&id.get_value());
        removed.set(Some((place, gone.clone(), is_used)));
    };
    let choose = (!is_used).then(|| {
        view! { <button type="button" on:click=choose>{t::choose(lang)}</button> }
    });
    view! {
        {choose}
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
    let names = [one.name(lang), one.base_url().to_owned()];
    let named = names.into_iter().find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| t::unnamed(lang).to_owned())
}

/// Which feeds it gives.
fn feeds(one: &OwnConnection, lang: Lang) -> String {
    let has = |kind: &FeedKind| one.document.pointer(&format!("/feeds/{}", kind.id())).is_some();
    let names = FeedKind::ALL.into_iter().filter(has).map(|kind| faults::feed(kind, lang));
    names.collect::<Vec<_>>().join(" · ")
}
