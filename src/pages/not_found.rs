//! A path that leads nowhere.

use crate::components::missing;
use crate::core::model::Lang;
use crate::locales::shell as t;
use leptos::prelude::*;

/// A path that leads nowhere.
pub fn not_found(lang: Lang) -> AnyView {
    missing(t::not_found(lang), t::not_found_hint(lang), lang).into_any()
}
