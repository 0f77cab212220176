//! The matrix as a picture that can be pointed at and moved through.

use super::super::Heat;
use super::Kept;
use super::drawing::{ground, interval, point};
use super::keys::{enter, key};
use super::layout::Layout;
use super::words::words;
use crate::core::scene::{PriorityScene, coordinate};
use crate::locales::matrix as t;
use crate::platform::{Watch, watch_size};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

pub(super) fn plot(
    heat: Heat,
    scene: StoredValue<PriorityScene>,
    kept: Kept,
    spot: RwSignal<Option<usize>>,
) -> AnyView {
    let Kept { active, width } = kept;
    let lang = heat.lang;
    let frame = NodeRef::<Div>::new();
    watch_width(frame, width);
    let layout = Memo::new(move |_| {
        let width = width.get();
        (width > 0.0).then(|| scene.with_value(|scene| Layout::new(scene, width, lang)))
    });
    let meant = move || {
        let layout = layout.get()?;
        let place = spot.get()?;
        scene.with_value(|scene| interval(scene, &layout, place))
    };
    let drawing = move || {
        layout.get().map(|layout| {
            request_animation_frame(move || enter(frame, active, false));
            scene.with_value(|scene| {
                let all = scene.points.iter().enumerate();
                let points = all.map(|(place, one)| point(place, one, &layout)).collect_view();
                view! { {ground(scene, &layout, lang)}<g aria-hidden="true">{meant}</g>{points} }
            })
        })
    };
    let count = scene.with_value(|scene| scene.points.len() as u64);
    let box_of = move || {
        layout
            .get()
            .map(|l| format!("0 0 {} {}", coordinate(l.plot.width), coordinate(l.plot.height)))
    };
    view! {
        <div class="card plot-card">
            {readout(scene, spot, heat)}
            <div class="plot" node_ref=frame>
                <svg role="group" aria-label=t::plot_words(lang, count) viewBox=box_of
                    on:keydown=move |event| key(&event, heat, scene, frame, active)
                    on:click=move |event| super::keys::open(heat, scene, place_of(event.target()))
                    on:focusin=move |event| {
                        if let Some(place) = place_of(event.target()) {
                            active.set(place);
                            spot.set(Some(place));
                        }
                    }
                    on:pointerover=move |event| {
                        if let Some(place) = place_of(event.target()) {
                            spot.set(Some(place));
                        }
                    }>
                    {drawing}
                </svg>
            </div>
        </div>
    }
    .into_any()
}

/// One line about the point that is meant. It has its place whatever it says, so nothing moves.
fn readout(
    scene: StoredValue<PriorityScene>,
    spot: RwSignal<Option<usize>>,
    heat: Heat,
) -> impl IntoView {
    let text = move || {
        let found = spot.get().and_then(|place| {
            scene.with_value(|scene| {
                scene.points.get(place).map(|point| words(scene, point, heat.lang))
            })
        });
        found.unwrap_or_else(|| t::plot_hint(heat.lang).to_owned())
    };
    view! { <p class="readout no-print" id="readout" role="status">{text}</p> }
}

/// Keeps the width in whole pixels.
fn watch_width(frame: NodeRef<Div>, width: RwSignal<f64>) {
    let watching: StoredValue<Option<Watch>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        let tell = move |now: f64, _| {
            let _ = width.try_maybe_update(|width| {
                let is_other = *width != now.floor();
                *width = now.floor();
                (is_other, ())
            });
        };
        watching.set_value(Some(watch_size(&frame, tell)));
    });
    on_cleanup(move || watching.dispose());
}

/// The point an event happened in.
fn place_of(target: Option<EventTarget>) -> Option<usize> {
    let point = target?.dyn_into::<Element>().ok()?.closest("[data-place]").ok()??;
    point.get_attribute("data-place")?.parse().ok()
}
