//! The signs of the five hearts: a colour, a shape and a name each.

use crate::core::model::{Heart, Lang};
use crate::locales::names;
use leptos::prelude::*;

/// The outline of a heart's sign in a square of 16: a heart, an hourglass, an eye, a shield, a star.
fn outline(heart: Heart) -> &'static str {
    match heart {
        Heart::Care => "M8 14 2.6 8.6A3.4 3.4 0 0 1 8 4.4a3.4 3.4 0 0 1 5.4 4.2z",
        Heart::Patience => "M3.5 2h9v2.2L9.3 8l3.2 3.8V14h-9v-2.2L6.7 8 3.5 4.2z",
        Heart::Attentiveness => {
            "M1 8c3-5.3 11-5.3 14 0-3 5.3-11 5.3-14 0zm7-2.6a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z"
        }
        Heart::Responsibility => {
            "M8 1.5 13.5 3.4V8c0 3.2-2.3 5.3-5.5 6.6C4.8 13.3 2.5 11.2 2.5 8V3.4z"
        }
        Heart::Confidence => {
            "m8 1.4 2 4.3 4.7.6-3.5 3.2.9 4.7L8 11.9l-4.1 2.3.9-4.7L1.3 6.3 6 5.7z"
        }
    }
}

/// A heart's sign alone, for where its name stands beside it.
pub fn heart_mark(heart: Heart) -> impl IntoView {
    view! {
        <svg class="heart-mark" data-heart=heart.id() viewBox="0 0 16 16" aria-hidden="true">
            <path d=outline(heart) fill-rule="evenodd"/>
        </svg>
    }
}

/// A heart's sign and name.
pub fn heart_name(heart: Heart, lang: Lang) -> impl IntoView {
    view! {
        <span class="heart-name" data-heart=heart.id()>
            {heart_mark(heart)}
            {names::heart(heart, lang)}
        </span>
    }
}
