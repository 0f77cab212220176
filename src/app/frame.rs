//! What both programs begin, and what they put around a page.

use super::which::Which;
use crate::components::{Banner, Header};
use crate::core::model::Lang;
use crate::locales::shell as t;
use crate::pages;
use crate::platform::set_title;
use crate::state::{Engine, Navigation, Preferences};
use leptos::prelude::*;

/// Makes one page in a language.
pub(super) type MakePage = fn(Which, Lang) -> AnyView;

/// The stores, and the page of the place in its frame. It is made anew when the language changes, so that no
/// text need follow it by itself.
pub(super) fn framed(page: MakePage) -> impl IntoView {
    let navigation = Navigation::begin();
    let preferences = Preferences::begin(navigation);
    provide_context(navigation);
    provide_context(preferences);
    provide_context(Engine::begin());
    move || frame(page, preferences.lang())
}

fn frame(page: MakePage, lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    // Only a change of page makes a page anew; what changes on it, it follows by itself.
    let which = Memo::new(move |_| Which::of(&navigation.page()));
    let content = move || page(which.get(), lang);
    // One page may have several views, each with a name of its own.
    Effect::new(move |_| set_title(&pages::title(&navigation.page(), lang)));
    view! {
        <a class="skip" href="#heading">{t::skip(lang)}</a>
        <Header lang/>
        <Banner lang/>
        <main id="main">{content}</main>
    }
    .into_any()
}
