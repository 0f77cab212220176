//! `/`: the state of everything on one screen.

mod alerts;
mod answer;
mod changes;
mod fix_first;
mod health;
mod maturity;

use crate::components::{answered, page_head};
use crate::core::model::Lang;
use crate::core::scene::{Overview, Question};
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The overview.
pub fn overview(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let scene = Engine::here().ask(move || Some(Question::overview(navigation.filters(), lang)));
    answered(scene, lang, || ().into_any(), move |scene| content(scene, lang)).into_any()
}

fn content(scene: &Overview, lang: Lang) -> AnyView {
    view! {
        <div class="overview">
            {page_head(answer::answer(scene, lang), scene.period, Some(scene.responses), lang)}
            <div class="grid">
                {health::health(scene, lang)}
                {health::hearts(scene, lang)}
                {maturity::maturity(scene, lang)}
                {fix_first::fix_first(scene, lang)}
                {alerts::alerts(scene, lang)}
                {changes::changes(scene, lang)}
            </div>
        </div>
    }
    .into_any()
}
