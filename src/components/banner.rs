//! How the reading of the connection stands: failures, the key it wants.

use super::key_form::key_form;
use super::{link, source_name};
use crate::core::connection::FeedKind;
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
    let sources = Memo::new(move |_| engine.status().sources.len());
    view! {
        <p class="visually-hidden" role="status">{stand}</p>
        <div class="banner no-print" aria-live="polite">
            {move || engine.is_broken().then(|| broken(lang))}
            {move || faulty(&engine.status(), lang)}
            {move || (0..sources.get()).map(|source| key_wanted(source, lang)).collect_view()}
        </div>
    }
}

/// The form for the key that a connection wants. It stays as it is while one types, whatever else is told.
fn key_wanted(source: usize, lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let wanted = Memo::new(move |_| {
        let sources = engine.status().sources;
        let wanting = sources.get(source).filter(|source| source.wants_secret)?;
        let name = (sources.len() > 1).then(|| source_name(wanting, lang).to_owned());
        Some((wanting.id.clone(), wanting.wanted.clone(), name))
    });
    move || wanted.get().map(|(id, wanted, name)| key_form(source, id, &wanted, name, lang))
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
    let failed = alike(failed).into_iter().map(|failures| failure_notice(&failures, status, lang));
    let stopped = stopped_notice(&stopped, status.read_at, lang);
    config.into_iter().chain(stopped).chain(failed).collect()
}

/// Failures of one connection that have one cause are told as one.
fn alike<'a>(failures: impl Iterator<Item = &'a FeedFailure>) -> Vec<Vec<&'a FeedFailure>> {
    let mut groups: Vec<Vec<&FeedFailure>> = Vec::new();
    for one in failures {
        let is_alike = |known: &&FeedFailure| {
            let of = |failure: &FeedFailure| (failure.feed.source, failure.page, failure.rows > 0);
            of(known) == of(one) && known.why == one.why
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(is_alike)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
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

/// What went wrong with feeds of one connection, for one cause.
fn failure_notice(failures: &[&FeedFailure], status: &Status, lang: Lang) -> AnyView {
    let Some(first) = failures.first() else { return ().into_any() };
    let source = status.sources.get(first.feed.source);
    let read_at = source.and_then(|source| source.read_at);
    let whose = source.filter(|_| status.sources.len() > 1);
    let whose = whose.map(|source| view! { <p>{source_name(source, lang).to_owned()}</p> });
    let what = faults::failure(&first.why, lang);
    // Of the first page there is nothing to tell: it is where the feed is.
    let page = first.page.filter(|page| *page > 1);
    let page = page.map(|page| faults::on_page(lang, &number_text(f64::from(page), 0, lang)));
    let mut kinds: Vec<FeedKind> = failures.iter().map(|failure| failure.feed.kind).collect();
    kinds.dedup();
    let urls = failures.iter().map(|failure| view! { <p class="url">{failure.url.clone()}</p> });
    let mut remain: Vec<_> =
        failures.iter().filter_map(|one| remains(one, read_at, lang)).collect();
    remain.dedup();
    let remain = remain.into_iter().map(|text| view! { <p>{text}</p> });
    view! {
        <section class="notice bad">
            <h2>{faults::headline(&kinds, first.rows, lang)}</h2>
            {whose}
            <p>{page}" "{what}</p>
            {urls.collect_view()}
            {remain.collect_view()}
            {actions(faults::try_again(lang), lang)}
        </section>
    }
    .into_any()
}
