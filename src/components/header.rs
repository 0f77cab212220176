//! The head of every page: where one can go, and how one likes to read.

use super::reading::reading_line;
use super::{FilterBar, link, source_name};
use crate::core::model::Lang;
use crate::core::query::{DataState, Page, ResponsesState};
use crate::locales::shell as t;
use crate::state::{Engine, Navigation, Preferences, Theme};
use leptos::prelude::*;

/// The head of every page.
#[component]
pub fn Header(
    /// The reader's language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <header class="header no-print">
            <div class="bar">
                {brand(lang)}
                <nav aria-label=t::main_navigation(lang)>{move || entries(lang)}</nav>
                {preferences(lang)}
            </div>
            <div class="bar second">
                <FilterBar lang/>
                {connection(lang)}
            </div>
        </header>
    }
}

fn brand(lang: Lang) -> impl IntoView {
    let navigation = Navigation::here();
    view! {
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 21 3.6 12.8A5.3 5.3 0 0 1 12 6.6a5.3 5.3 0 0 1 8.4 6.2z"/>
            <path class="pulse" d="M2 12.5h5l2-4 3 8 2.4-5.5 1.2 1.5H22"/>
        </svg>
        {link(navigation.place_now().to(Page::Overview), "brand", t::app(lang))}
    }
}

fn entries(lang: Lang) -> Vec<AnyView> {
    let place = Navigation::here().place();
    let entry = |page: Page, name: &'static str, here: bool| {
        let current = here.then_some("page");
        view! { <span class="entry" class:here=here aria-current=current>{link(place.to(page), "", name)}</span> }
            .into_any()
    };
    let in_journeys = matches!(place.page, Page::Journeys | Page::Map(..) | Page::Heat(..));
    let in_data = matches!(place.page, Page::Data(_) | Page::Connections | Page::Connection(..));
    vec![
        entry(Page::Overview, t::overview(lang), place.page == Page::Overview),
        entry(Page::Journeys, t::journeys(lang), in_journeys),
        entry(Page::Hearts, t::hearts(lang), place.page == Page::Hearts),
        entry(
            Page::Responses(ResponsesState::default()),
            t::responses(lang),
            matches!(place.page, Page::Responses(_) | Page::Compare(_) | Page::Surveys(_)),
        ),
        entry(Page::Data(DataState::default()), t::data(lang), in_data),
    ]
}

fn preferences(lang: Lang) -> impl IntoView {
    let navigation = Navigation::here();
    let preferences = Preferences::here();
    let other = match lang {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    };
    let themes = Theme::ALL.map(|theme| {
        let name = [t::theme_device, t::theme_light, t::theme_dark][theme as usize](lang);
        view! { <option value=theme.id() selected=move || preferences.theme() == theme>{name}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        let theme = Theme::ALL.into_iter().find(|theme| theme.id() == chosen);
        preferences.choose_theme(theme.unwrap_or_default());
    };
    view! {
        <div class="preferences">
            <button type="button" class="quiet" lang=other.tag()
                on:click=move |_| preferences.choose_lang(other, navigation)>
                {own_name(other)}
            </button>
            <select aria-label=t::theme(lang) on:change=choose>{themes.into_iter().collect_view()}</select>
        </div>
    }
}

/// A language's name in itself.
fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "中文",
    }
}

/// Which connection is read, how that goes, and reading it again.
fn connection(lang: Lang) -> impl IntoView {
    let engine = Engine::here();
    let name = move || {
        let status = engine.status();
        let names: Vec<&str> = status.sources.iter().map(|one| source_name(one, lang)).collect();
        names.join(" + ")
    };
    view! {
        <div class="connection">
            <span class="name">{name}</span>
            {reading_line(lang)}
        </div>
    }
}
