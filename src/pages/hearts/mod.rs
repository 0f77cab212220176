//! `/hearts`: the five hearts as a loop, with what stands behind them.

mod heart_loop;
mod indicators;
mod ladder;
mod trend;

use crate::components::{answered, page_head};
use crate::core::model::Lang;
use crate::core::scene::{HeartsScene, Question};
use crate::locales::hearts as t;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The five hearts.
pub fn hearts(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let scene = Engine::here().ask(move || Some(Question::hearts(navigation.filters(), lang)));
    answered(scene, lang, || ().into_any(), move |scene| content(scene, lang)).into_any()
}

fn content(scene: &HeartsScene, lang: Lang) -> AnyView {
    view! {
        <div class="hearts-page">
            {page_head(t::title(lang).to_owned(), scene.period, None, lang)}
            <div class="grid">
                {heart_loop::heart_loop(scene, lang)}
                {trend::trend(scene, lang)}
                {ladder::ladder(scene, lang)}
                {indicators::indicators(scene, lang)}
            </div>
        </div>
    }
    .into_any()
}
