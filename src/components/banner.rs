//! How the reading of the connection stands: failures, the key it wants.

use super::key_form::key_form;
use super::{link, source_name};
use crate::core::model::Lang;
use crate::core::query::{DataState, Page};
use crate::core::workspace::Failure;
use crate::locales::{faults, reading};
use crate::platform::{moment_text, number_text};
use crate::protocol::{ConfigFault, FeedFailure, Status};
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// What keeps the page from being whole, and what can be done about it; nothing when all is well.
#[component]
pub fn Banner(
    /// The reader's language.
    lang: Lang,
) -> impl IntoView {
    let engine = Engine::here();
    // Said when it changes, not with every row.
    let stand = Memo::new(move |_| reading::stand(engine.status().stand(), lang));
    // The form stays as it is while one types, whatever else is told.
    let wanted = Memo::new(move |_| {
        let status = engine.status();
        let is_one_of_several = status.sources.len() > 1;
        let wanting = status.sources.into_iter().find(|source| source.wants_secret)?;
        let name = is_one_of_several.then(|| source_name(&wanting, lang).to_owned());
        Some((wanting.id, wanting.wanted, name))
    });
    view! {
        <p class="visually-hidden" role="status">{stand}</p>
        <div class="banner no-print" aria-live="polite">
            {move || engine.is_broken().then(|| broken(lang))}
            {move || faulty(&engine.status(), lang)}
            {move || wanted.get().map(|(id, wanted, name)| key_form(id, &wanted, name, lang))}
        </div>
    }
}

fn broken(lang: Lang) -> impl IntoView {
    view! {
        <section class="notice bad">
            <h2>{faults::engine_broken(lang)}</h2>
            <p>{faults::engine_broken_hint(lang)}</p>
        </section>
    }
}

fn faulty(status: &Status, lang: Lang) -> Vec<AnyView> {
    let config = status.config.as_ref().map(|fault| config_notice(fault, lang));
    let (stopped, failed): (Vec<_>, Vec<_>) =
        status.failures.iter().partition(|failure| failure.why == Failure::Cancelled);
    let failed = failed.into_iter().filter(|failure| failure.why != Failure::NeedsSecret);
    let failed = failed.map(|failure| failure_notice(failure, status, lang));
    let stopped = stopped_notice(&stopped, status.read_at, lang);
    config.into_iter().chain(stopped).chain(failed).collect()
}

/// What remains of a feed that failed: what was read before, or the rows that came.
fn remains(failure: &FeedFailure, read_at: Option<i64>, lang: Lang) -> Option<String> {
    match (failure.stands, read_at) {
        (true, Some(at)) => {
            Some(faults::still_good(lang, &moment_text(crate::core::calendar::Timestamp(at), lang)))
        }
        _ if failure.rows > 0 => {
            Some(faults::partial(lang, failure.rows, faults::feed(failure.feed.kind, lang)))
        }
        _ => None,
    }
}

/// A reading that was stopped: whoever stopped it knows that, and hears once what remains.
fn stopped_notice(stopped: &[&FeedFailure], read_at: Option<i64>, lang: Lang) -> Option<AnyView> {
    let mut remain: Vec<String> =
        stopped.iter().filter_map(|failure| remains(failure, read_at, lang)).collect();
    remain.dedup();
    let lines = remain.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    (!stopped.is_empty()).then(|| {
        view! {
            <section class="notice">
                <h2>{faults::cancelled(lang)}</h2>
                {lines}
                {actions(faults::read_again(lang), lang)}
            </section>
        }
        .into_any()
    })
}

/// What can be done about a reading that ended early.
fn actions(again: &'static str, lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let place = Navigation::here().place_now();
    view! {
        <p class="actions">
            <button type="button" on:click=move |_| engine.refresh()>{again}</button>
            {link(place.to(Page::Data(DataState::default())), "button", faults::see_data(lang))}
        </p>
    }
}

fn config_notice(fault: &ConfigFault, lang: Lang) -> AnyView {
    let place = Navigation::here().place_now();
    let is_own = matches!(fault, ConfigFault::Own(_));
    let see = is_own.then(|| {
        let to = place.to(Page::Connections);
        view! { <p class="actions">{link(to, "button", faults::see_connections(lang))}</p> }
    });
    view! {
        <section class="notice bad">
            <h2>{faults::config_headline(fault, lang)}</h2>
            <p>{faults::config(fault, lang)}</p>
            {see}
        </section>
    }
    .into_any()
}

fn failure_notice(failure: &FeedFailure, status: &Status, lang: Lang) -> AnyView {
    let source = status.sources.get(failure.feed.source);
    let read_at = source.and_then(|source| source.read_at);
    let whose = source.filter(|_| status.sources.len() > 1);
    let whose = whose.map(|source| view! { <p>{source_name(source, lang).to_owned()}</p> });
    let what = faults::failure(&failure.why, lang);
    // Of the first page there is nothing to tell: it is where the feed is.
    let page = failure.page.filter(|page| *page > 1);
    let page = page.map(|page| faults::on_page(lang, &number_text(f64::from(page), 0, lang)));
    let remains = remains(failure, read_at, lang).map(|text| view! { <p>{text}</p> });
    view! {
        <section class="notice bad">
            <h2>{faults::headline(failure.feed.kind, failure.rows, lang)}</h2>
            {whose}
            <p>{page}" "{what}</p>
            <p class="url">{failure.url.clone()}</p>
            {remains}
            {actions(faults::try_again(lang), lang)}
        </section>
    }
    .into_any()
}
