//! The stages above the touchpoints.

use super::Map;
use leptos::prelude::*;

pub(super) fn stages(map: Map) -> impl IntoView {
    let stages = map.scene.with_value(|scene| {
        let stage = |stage: &crate::core::scene::MapStage| {
            view! {
                <div class="stage" role="columnheader" aria-colspan=stage.count.to_string()
                    aria-colindex=(stage.first + 2).to_string()
                    style:--first=stage.first.to_string() style:--span=stage.count.to_string()>
                    <span class="stage-name">{stage.name.clone()}</span>
                </div>
            }
        };
        scene.stages.iter().map(stage).collect_view()
    });
    view! {
        <div class="row stages" role="row" aria-rowindex="1">
            <div class="label" role="rowheader">{crate::locales::map::stage(map.lang)}</div>
            {stages}
        </div>
    }
}
