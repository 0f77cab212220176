//! A connection that is new here: from an address, from a preset, from a file.

use super::kinds::Kinds;
use crate::components::{file_button, file_drop, not_taken};
use crate::core::connection::{DeviceFile, FeedKind, connection_document, is_connection};
use crate::core::model::Lang;
use crate::core::preview::{Address, file_document};
use crate::core::query::{ConnectionState, Page};
use crate::locales::{connections as t, faults};
use crate::platform::{beginning, keep_file};
use crate::state::{Connections, Navigation};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use serde_json::Value;

/// What a connection can be made of.
pub(super) fn add(lang: Lang) -> impl IntoView {
    let (fault, set_fault) = signal(String::new());
    let is_taking = RwSignal::new(false);
    let taking = Taking {
        own: expect_context(),
        navigation: Navigation::here(),
        is_under_way: is_taking,
        fault: set_fault,
        lang,
    };
    let take = move |files: Vec<File>| spawn_local(taking.all(files));
    let inner = view! {
        <h2>{t::connect(lang)}</h2>
        {address(set_fault, lang)}
        <p class="note" id="address-hint">{t::address_hint(lang)}</p>
        <div class="file">
            {file_button(t::import(lang), true, take)}
            <p class="note">{t::import_hint(lang)}</p>
        </div>
        <p class="note" role="status">{move || is_taking.get().then(|| t::taking(lang))}</p>
        <p class="fault" role="alert">{fault}</p>
    };
    file_drop("card add-connection no-print", take, inner)
}

/// Begins with the address of an answer, and with what is known of APIs of its kind.
fn address(set_fault: WriteSignal<String>, lang: Lang) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let own = expect_context::<Connections>();
    let (known, navigation) = (Kinds::begin(), Navigation::here());
    let look = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        match Address::of(&typed) {
            Some(address) => {
                open(navigation, &own.add(known.document(&address)), FeedKind::Responses);
            }
            None => set_fault.set(t::no_address(lang).to_owned()),
        }
    };
    view! {
        <form class="address" on:submit=look>
            <label for="address">{t::address(lang)}</label>
            <input id="address" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                placeholder="https://api.example.com/responses" node_ref=field aria-describedby="address-hint"/>
            <label>{t::kind(lang)}{known.select(lang)}</label>
            <button type="submit">{t::look(lang)}</button>
        </form>
        <p class="note" role="status">{move || known.hint(lang)}</p>
    }
}

/// Goes to a connection, to be looked at and changed.
fn open(navigation: Navigation, id: &str, feed: FeedKind) {
    let page = Page::Connection(id.to_owned(), ConnectionState { feed });
    navigation.go(navigation.place_now().to(page));
}

/// Takes files: the document of a connection as that, everything else as what a connection is made of.
#[derive(Clone, Copy)]
struct Taking {
    own: Connections,
    navigation: Navigation,
    is_under_way: RwSignal<bool>,
    fault: WriteSignal<String>,
    lang: Lang,
}

impl Taking {
    /// Takes all of them. One alone is gone to.
    async fn all(self, files: Vec<File>) {
        let is_alone = files.len() == 1;
        self.is_under_way.set(true);
        self.fault.set(String::new());
        for file in files {
            let taken = self.taken(&file).await;
            // Meanwhile the reader may have gone elsewhere.
            if self.is_under_way.try_set(true).is_some() {
                return;
            }
            match taken {
                Ok((document, feed)) => {
                    let id = self.own.add(document);
                    if is_alone {
                        open(self.navigation, &id, feed);
                    }
                }
                Err(why) => self.fault.set(why),
            }
        }
        self.is_under_way.try_set(false);
    }

    /// The document of the connection a file becomes, and the feed to be looked at first.
    async fn taken(self, file: &File) -> Result<(Value, FeedKind), String> {
        let failed = |why| not_taken(why, &file.name(), self.lang);
        let beginning = beginning(file).await.map_err(failed)?;
        if is_connection(&beginning.text) {
            let document = connection_document(&beginning.text);
            let wrong = |what| faults::at_fault(&what, self.lang);
            return document.map(|document| (document, FeedKind::Responses)).map_err(wrong);
        }
        let key = keep_file(file, &beginning).await.map_err(failed)?;
        Ok(file_document(&DeviceFile { key, name: file.name() }, &beginning.text))
    }
}
