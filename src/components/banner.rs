//! How the reading of the connection stands: progress, failures, the key it wants.

use super::link;
use crate::core::model::Lang;
use crate::core::query::Page;
use crate::core::workspace::Failure;
use crate::locales::{faults, shell as t};
use crate::platform::{moment_text, number_text};
use crate::protocol::Status;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// What keeps the page from being whole, and what can be done about it; nothing when all is well.
#[component]
pub fn Banner(
    /// The reader's language.
    lang: Lang,
) -> impl IntoView {
    let engine = Engine::here();
    view! {
        <div class="banner no-print" aria-live="polite">
            {move || engine.is_broken().then(|| broken(lang))}
            {move || faulty(&engine.status(), lang)}
            {move || engine.status().wants_secret.then(|| key_form(lang))}
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
    let config =
        status.config.as_ref().map(|fault| config_notice(faults::config(fault, lang), lang));
    let keep = status.read_at.is_some();
    let failed = status.failures.iter().filter(|(.., failure)| *failure != Failure::NeedsSecret);
    let failed = failed.map(|(feed, url, why)| {
        failure_notice(
            faults::headline(*feed, why, lang),
            faults::failure(why, lang),
            url.clone(),
            keep,
            lang,
        )
    });
    config.into_iter().chain(failed).collect()
}

fn config_notice(what: String, lang: Lang) -> AnyView {
    view! {
        <section class="notice bad">
            <h2>{faults::config_wrong(lang)}</h2>
            <p>{what}</p>
        </section>
    }
    .into_any()
}

fn failure_notice(headline: String, what: String, url: String, keep: bool, lang: Lang) -> AnyView {
    let engine = Engine::here();
    let place = Navigation::here().place_now();
    view! {
        <section class="notice bad">
            <h2>{headline}</h2>
            <p>{what}</p>
            <p class="url">{url}</p>
            {keep.then(|| view! { <p>{faults::still_good(lang)}</p> })}
            <p class="actions">
                <button type="button" on:click=move |_| engine.refresh()>{faults::try_again(lang)}</button>
                {link(place.to(Page::Data), "button", faults::see_data(lang))}
            </p>
        </section>
    }
    .into_any()
}

/// Asks for the connection's key. It is not kept in the page.
fn key_form(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let field = NodeRef::<leptos::html::Input>::new();
    let unlock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let secret = field.value().trim().to_owned();
        field.set_value("");
        if !secret.is_empty() {
            engine.unlock(secret);
        }
    };
    view! {
        <form class="notice" on:submit=unlock>
            <label for="secret">{t::key(lang)}</label>
            <input id="secret" type="password" autocomplete="off" node_ref=field aria-describedby="secret-hint"/>
            <button type="submit">{t::unlock(lang)}</button>
            <p id="secret-hint">{t::key_hint(lang)}</p>
        </form>
    }
}

/// One line on how the reading goes: for the header, where it moves nothing.
pub fn reading_line(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let place = Navigation::here();
    move || {
        let status = engine.status();
        let text = progress(&status, lang)?;
        let stop = status.reading.then(|| {
            view! { <button type="button" class="quiet" on:click=move |_| engine.cancel()>{t::cancel(lang)}</button> }
        });
        let lost = status.rows_lost + status.values_lost;
        let lost = (lost > 0).then(|| {
            let words = t::problems(lang, &number_text(lost as f64, 0, lang));
            link(place.place_now().to(Page::Data), "lost", words)
        });
        Some(view! { <span class="reading">{text}{stop}{lost}</span> })
    }
}

fn progress(status: &Status, lang: Lang) -> Option<String> {
    if status.refreshing {
        return Some(t::refreshing(lang).to_owned());
    }
    if !status.reading {
        let read = |at| t::read_at(lang, &moment_text(crate::core::calendar::Timestamp(at), lang));
        return Some(status.read_at.map(read).unwrap_or_default());
    }
    let rows = number_text(status.rows as f64, 0, lang);
    let (bytes, total) = status.bytes;
    Some(match total.filter(|total| *total > 0) {
        Some(total) => {
            let percent = (bytes as f64 / total as f64 * 100.0).min(100.0);
            t::reading_percent(lang, &rows, &format!("{}%", number_text(percent, 0, lang)))
        }
        None => t::reading(lang, &rows),
    })
}
