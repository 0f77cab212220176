//! `/hearts`: the five hearts as a loop, with what stands behind them.

mod heart_loop;
mod indicators;
mod ladder;
mod trend;

use crate::components::{answered, page_head};
use crate::core::model::Lang;
use crate::core::query::Query;
use crate::core::scene::{HeartsScene, Scene};
use crate::locales::hearts as t;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The five hearts.
pub fn hearts(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let scene = Engine::here().ask(
        move || Some(Query::Hearts(navigation.filters(), lang)),
        |scene| match scene {
            Scene::Hearts(hearts) => Some(*hearts),
            _ => None,
        },
    );
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
