//! The head of a page: its title, what it is about, and what can be done with all of it.

use crate::core::calendar::Period;
use crate::core::model::Lang;
use crate::core::query::{PeriodChoice, Place};
use crate::locales::shell as t;
use crate::platform::{copy_text, date_text, month_text, print};
use crate::state::Navigation;
use leptos::prelude::*;

/// A period in words: `Aug 2026 to Oct 2026`.
pub fn period_text(period: Period, lang: Lang) -> String {
    if !period.is_whole_months() {
        return t::between(lang, &date_text(period.first, lang), &date_text(period.last, lang));
    }
    let (first, last) = period.months();
    if first == last {
        return month_text(first, lang);
    }
    t::between(lang, &month_text(first, lang), &month_text(last, lang))
}

/// How many responses, in words.
pub fn responses_text(count: u64, lang: Lang) -> String {
    t::n_responses(lang, count)
}

/// The title of a page, the period it is about and how many responses stand behind it.
pub fn page_head(
    title: String,
    period: Period,
    responses: Option<u64>,
    lang: Lang,
) -> impl IntoView {
    let about = match responses {
        Some(count) => format!("{} · {}", period_text(period, lang), responses_text(count, lang)),
        None => period_text(period, lang),
    };
    timeless_head(title, about, Some(period), lang)
}

/// The title of a page and what it is about, which need be no period.
pub fn timeless_head(
    title: String,
    about: String,
    period: Option<Period>,
    lang: Lang,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <div>
                <h1 id="heading" tabindex="-1">{title}</h1>
                <p class="about">{about}</p>
            </div>
            <div class="actions no-print">
                {copy_link(period, lang)}
                <button type="button" on:click=|_| print()>{t::print(lang)}</button>
            </div>
        </div>
    }
}

/// Copies a link that shows what is seen now, also when newer data have come.
fn copy_link(period: Option<Period>, lang: Lang) -> impl IntoView {
    let (said, say) = signal("");
    let navigation = Navigation::here();
    let copy = move |_| {
        let place = navigation.place_now();
        let mut fixed: Place = place.clone();
        if let Some(period) = period {
            fixed.filters.period = PeriodChoice::fixed(period);
        }
        fixed.lang = Some(lang);
        let url = absolute(&navigation.href(&fixed));
        leptos::task::spawn_local(async move {
            let copied = copy_text(&url).await;
            let _ = say.try_set(if copied { t::copied(lang) } else { t::not_copied(lang) });
        });
    };
    view! {
        <span class="said" role="status">{said}</span>
        <button type="button" on:click=copy>{t::copy_link(lang)}</button>
    }
}

fn absolute(href: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{href}")
}
