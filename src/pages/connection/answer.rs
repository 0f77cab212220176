//! What a feed answers, and what is made of it.

use super::access::WHO;
use super::seen::Seen;
use super::{lacking, outline, records, roles, rows};
use crate::components::{size_text, waiting};
use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::preview::{Form, Outline};
use crate::core::workspace::Failure;
use crate::locales::{connections as t, faults};
use crate::platform::{focus, number_text};
use crate::protocol::{Previewed, SampleScene, Source};
use crate::state::{Asked, Draft};
use leptos::prelude::*;

/// Stays while what is in it changes.
pub(super) const ANSWER: &str = "answer";

pub(super) fn answer(feed: FeedKind, lang: Lang) -> impl IntoView {
    let seen = expect_context::<Seen>();
    let shown = move || {
        seen.answer().with(|answer| match answer {
            Asked::Waiting => waiting(lang).into_any(),
            Asked::Missing => ().into_any(),
            Asked::Scene(seen) => previewed(seen, feed, lang),
        })
    };
    view! { <div class="answer" id=ANSWER tabindex="-1" aria-live="polite">{shown}</div> }
}

fn previewed(seen: &Previewed, feed: FeedKind, lang: Lang) -> AnyView {
    match seen {
        Previewed::NoFeed => {
            view! { <p class="note empty">{words(t::no_feed, t::no_file, lang)}</p> }.into_any()
        }
        Previewed::Wrong(error) => {
            notice(t::wrong(lang), faults::at_fault(error, lang), String::new())
        }
        Previewed::Failed { url, why } => {
            let notice = notice(t::no_answer(lang), faults::failure(why, lang), url.clone());
            let who = (*why == Failure::NoAuth).then(|| who_asks(lang));
            view! { {notice}{who} }.into_any()
        }
        Previewed::Seen(scene) => seen_in(scene, feed, lang),
    }
}

fn notice(title: &'static str, what: String, url: String) -> AnyView {
    view! {
        <section class="notice bad">
            <h2>{title}</h2>
            <p>{what}</p>
            <p class="url">{url}</p>
        </section>
    }
    .into_any()
}

/// The way to where the connection says who asks.
fn who_asks(lang: Lang) -> impl IntoView {
    view! { <p class="actions"><button type="button" class="primary" on:click=move |_| focus(WHO)>{t::say_who(lang)}</button></p> }
}

fn seen_in(scene: &SampleScene, feed: FeedKind, lang: Lang) -> AnyView {
    let is_read = scene.preview.as_ref().is_ok_and(|preview| preview.usable > 0);
    view! {
        <div class="mapper">
            <section class="card raw">
                <h2>{words(t::answer, t::in_file, lang)}</h2>
                <p class="note">{about(&scene.source, &scene.outline, lang)}</p>
                {rows::rows(scene, feed, lang)}
                {outline::outline(scene, feed, lang)}
            </section>
            {roles::roles(scene, feed, lang)}
        </div>
        {records::records(scene, lang)}
        {lacking::lacking(&scene.lacking, is_read, lang)}
    }
    .into_any()
}

type Text = fn(Lang) -> &'static str;

/// What is said of an API, and what of files.
fn words(of_api: Text, of_files: Text, lang: Lang) -> &'static str {
    let is_of_files = untrack(|| expect_context::<Draft>().is_of_files());
    if is_of_files { of_files(lang) } else { of_api(lang) }
}

/// How much came, how fast, and what it is.
fn about(source: &Source, outline: &Outline, lang: Lang) -> String {
    let size = size_text(source.bytes, lang);
    let came = match (source.url.is_empty(), source.is_whole) {
        (true, _) => t::pasted(lang, &size),
        (false, true) => t::came(lang, &size, &number_text(f64::from(source.millis), 0, lang)),
        (false, false) => t::came_in_part(lang, &size),
    };
    let form = match &outline.form {
        Form::Empty => faults::empty_body(lang).to_owned(),
        Form::Json => return came,
        Form::JsonLines(_) => t::json_lines(lang).to_owned(),
        Form::Csv(_) => t::table(lang).to_owned(),
        Form::NotUtf8 => faults::not_utf8(lang).to_owned(),
        Form::NotJson(beginning) => faults::not_json(lang, "JSON", beginning),
    };
    format!("{came} {form}")
}
