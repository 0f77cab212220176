//! The file that a feed is read from, in the place of what an API is asked.

use super::access::text_field;
use super::request::removal;
use crate::components::{file_button, not_taken, size_text};
use crate::core::connection::{DeviceFile, FeedKind};
use crate::core::model::Lang;
use crate::core::preview::put_file;
use crate::locales::{connections as t, faults};
use crate::platform::{Beginning, KeptFile, NotTaken, beginning, keep_file, kept_file};
use crate::state::Draft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

/// What is known of all files of a connection.
pub(super) fn files(lang: Lang) -> impl IntoView {
    view! {
        <section class="card access">
            <h2>{t::files(lang)}</h2>
            <div class="fields">{text_field("connection-name", t::name(lang), &["name"], "")}</div>
            <p class="note">{t::files_hint(lang)}</p>
        </section>
    }
}

pub(super) fn file(feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let fault = RwSignal::new(String::new());
    let take = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            spawn_local(take(file, feed, draft, fault, lang));
        }
    };
    let label = move || if draft.has(feed) { t::choose_other(lang) } else { t::choose_file(lang) };
    view! {
        <section class="card request">
            <h2>{t::file(lang, faults::feed(feed, lang))}</h2>
            <p class="note">{t::about_feed(feed, lang)}</p>
            <p role="status">{about(feed, lang)}</p>
            <p class="fault" role="alert">{move || fault.get()}</p>
            <p class="actions">{file_button(label, false, take)} {removal(feed, lang)}</p>
        </section>
    }
}

/// Puts a file in the place of the one there is. It is kept before the document names it.
async fn take(file: File, feed: FeedKind, draft: Draft, fault: RwSignal<String>, lang: Lang) {
    let name = file.name();
    fault.set(String::new());
    let kept = kept(&file).await;
    // Meanwhile the reader may have gone elsewhere.
    if fault.try_get_untracked().is_none() {
        return;
    }
    match kept {
        Ok((key, beginning)) => {
            let file = DeviceFile { key, name };
            draft.change(|document| put_file(document, feed, &file, &beginning.text));
        }
        Err(why) => fault.set(not_taken(why, &name, lang)),
    }
}

async fn kept(file: &File) -> Result<(String, Beginning), NotTaken> {
    let beginning = beginning(file).await?;
    Ok((keep_file(file, &beginning).await?, beginning))
}

/// What the file is called, how long it is, and how it was written.
fn about(feed: FeedKind, lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let words = RwSignal::new(String::new());
    Effect::new(move |_| {
        let file = DeviceFile::at_path(&draft.text(&["feeds", feed.id(), "path"]));
        let Some(file) = file else { return words.set(String::new()) };
        spawn_local(async move {
            let known = kept_file(&file.key).await;
            let _ = words.try_set(told(&file.name, known, lang));
        });
    });
    move || words.get()
}

fn told(name: &str, known: Option<KeptFile>, lang: Lang) -> String {
    let Some(KeptFile { bytes, other_encoding }) = known else { return t::file_gone(lang, name) };
    let is = t::file_is(lang, name, &size_text(bytes, lang));
    let written = other_encoding.map(|encoding| t::written_in(lang, &encoding.to_uppercase()));
    [Some(is), written].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
