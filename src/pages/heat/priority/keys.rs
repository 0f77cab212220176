//! What keys and clicks do: move from point to point, open a touchpoint.

use super::super::Heat;
use super::details;
use crate::core::scene::{PriorityScene, Towards};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::SvgElement;

pub(super) fn key(
    event: &KeyboardEvent,
    heat: Heat,
    scene: StoredValue<PriorityScene>,
    frame: NodeRef<Div>,
    active: RwSignal<usize>,
) {
    let now = active.get_untracked();
    let step = |towards| scene.with_value(|scene| scene.step(now, towards));
    let to = match event.key().as_str() {
        "ArrowLeft" => step(Towards::Worse),
        "ArrowRight" => step(Towards::Better),
        "ArrowUp" => step(Towards::More),
        "ArrowDown" => step(Towards::Less),
        // From the most urgent to the least.
        "Home" => 0,
        "End" => scene.with_value(|scene| scene.points.len().saturating_sub(1)),
        "Enter" | " " => {
            event.prevent_default();
            return open(heat, scene, Some(now));
        }
        _ => return,
    };
    event.prevent_default();
    active.set(to);
    enter(frame, active, true);
}

/// Opens the details of a touchpoint.
pub(super) fn open(heat: Heat, scene: StoredValue<PriorityScene>, place: Option<usize>) {
    let id = place.and_then(|place| {
        scene.with_value(|scene| Some(scene.points.get(place)?.touchpoint.id.clone()))
    });
    if let Some(id) = id {
        heat.navigation.go(details(heat, &id, heat.navigation.place_now()));
    }
}

/// Makes the active point the one tab stop, and gives it the focus if asked. The picture may be gone by then.
pub(super) fn enter(frame: NodeRef<Div>, active: RwSignal<usize>, focus: bool) {
    let Some(frame) = frame.try_get_untracked().flatten() else { return };
    let Some(place) = active.try_get_untracked() else { return };
    if let Some(old) = frame.query_selector(".point[tabindex='0']").ok().flatten() {
        let _ = old.set_attribute("tabindex", "-1");
    }
    let found = frame.query_selector(&format!(".point[data-place='{place}']")).ok().flatten();
    let Some(point) = found else { return };
    let _ = point.set_attribute("tabindex", "0");
    if let Some(point) = point.dyn_ref::<SvgElement>().filter(|_| focus) {
        let _ = point.focus();
    }
}
