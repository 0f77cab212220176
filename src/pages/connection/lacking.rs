//! What is missing to draw which page, in plain words.

use crate::core::model::Lang;
use crate::core::preview::{Lack, View};
use crate::locales::{connections as t, lacking as words};
use leptos::prelude::*;

/// Whether something is missing is known only of answers that can be read.
pub(super) fn lacking(lacks: &[Lack], is_read: bool, lang: Lang) -> impl IntoView + use<> {
    let items = lacks.iter().map(|lack| item(lack, lang)).collect_view();
    let none = if is_read { t::nothing_lacks(lang) } else { t::unknown_lacks(lang) };
    let none = lacks.is_empty().then(|| view! { <p>{none}</p> });
    view! {
        <section class="card lacking">
            <h2>{t::lacking(lang)}</h2>
            {none}
            <ul>{items}</ul>
        </section>
    }
}

fn item(lack: &Lack, lang: Lang) -> impl IntoView + use<> {
    let shuts = views(lack.shuts(), lang).map(|views| t::not_drawn(lang, &views));
    let thins = views(lack.thins(), lang).map(|views| t::drawn_in_part(lang, &views));
    let is_grave = shuts.is_some();
    let so: Vec<String> = shuts.into_iter().chain(thins).collect();
    let what = words::lack(lack, lang);
    view! { <li class:grave=is_grave>{what} " " <span class="note">{so.join(" ")}</span></li> }
}

/// The names of pages; nothing when there are none.
fn views(views: &[View], lang: Lang) -> Option<String> {
    let separator = if lang == Lang::Zh { "、" } else { ", " };
    let names: Vec<&str> = views.iter().map(|view| words::view(*view, lang)).collect();
    (!names.is_empty()).then(|| names.join(separator))
}
