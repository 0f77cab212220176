//! What the colours mean.

use super::Heat;
use super::readout::unit_of;
use super::whole_name;
use crate::components::value_text;
use crate::core::model::Lang;
use crate::core::scene::{HeatScene, STEPS};
use crate::locales::{heat as t, shell};
use leptos::prelude::*;

pub(super) fn legend(heat: Heat, scene: StoredValue<HeatScene>) -> impl IntoView {
    let lang = heat.lang;
    let (target, reach) = scene.with_value(|scene| (scene.target, scene.reach));
    let unit = scene.with_value(|scene| unit_of(scene, 1));
    let value = |step: i8| target + f64::from(step) * reach / f64::from(STEPS);
    // A scale that reaches as far up as down may reach beyond what can be.
    let possible = (-STEPS..=STEPS).filter(|step| unit.holds(value(*step)));
    let steps = possible.map(|step| {
        let value = value(step);
        view! { <li data-step=step.to_string()>{value_text(value, unit, lang)}</li> }
    });
    view! {
        <div class="heat-legend">
            <span>{t::cold(lang)}</span>
            <ol>{steps.collect_view()}</ol>
            <span>{t::warm(lang)}</span>
            <span class="note">{t::target_is(lang, &value_text(target, unit, lang))}</span>
            {scene.with_value(|scene| whole(scene, lang))}
            <span class="note">{format!("° {}", shell::thin(lang))}</span>
        </div>
    }
}

/// Beside hearts stands a column on a scale of its own.
fn whole(scene: &HeatScene, lang: Lang) -> Option<impl IntoView + use<>> {
    let (own, shared) = (unit_of(scene, 0), unit_of(scene, 1));
    let target = value_text(scene.measure_target, own, lang);
    (own != shared).then(|| {
        let words = format!("{}: {}", whole_name(scene, lang), t::target_is(lang, &target));
        view! { <span class="note">{words}</span> }
    })
}
