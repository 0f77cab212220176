//! The map as a grid: rows of lanes, columns of touchpoints, one tab stop.

use super::canvas::{Canvas, ROWS_ABOVE, cell_id};
use super::drag::Drag;
use super::{Map, cells, curve, stages};
use crate::core::query::{Lane, Zoom};
use crate::core::scene::coordinate;
use crate::locales::map as t;
use crate::platform::{Watch, focus, focus_when_there, keep_focus, token_pixels, watch_size};
use leptos::ev::{KeyboardEvent, WheelEvent};
use leptos::html::Div;
use leptos::prelude::*;

pub(super) fn grid(map: Map) -> AnyView {
    let canvas = Canvas::new(map);
    let root = NodeRef::<Div>::new();
    let lanes = Memo::new(move |_| map.state.with(|state| state.lanes.clone()));
    watch(root, canvas);
    follow_focus(root, canvas);
    show_open(root, canvas);
    return_focus(canvas);
    let drag = Drag::default();
    view! {
        <div class="map" role="grid" node_ref=root
            data-zoom=move || map.state.with(|state| state.zoom.id())
            data-bare=move || canvas.is_bare().to_string()
            aria-label=t::grid_words(map.lang)
            aria-colcount=(map.count() + 1).to_string()
            aria-rowcount=move || (lanes.get().len() + ROWS_ABOVE + 1).to_string()
            style:--column=move || format!("{}px", coordinate(canvas.column.get()))
            style:--count=map.count().to_string()
            on:scroll=move |_| scroll(root, canvas)
            on:keydown=move |event| key(&event, map, canvas, lanes)
            on:wheel=move |event| wheel(&event, map)
            on:pointerdown=move |event| drag.begin(&event, root)
            on:pointermove=move |event| drag.follow(&event, root)
            on:pointerup=move |_| drag.end()
            on:pointercancel=move |_| drag.end()>
            {stages::stages(map)}
            {cells::names(map, canvas, drag)}
            {curve::row(map, canvas, drag)}
            <For each=move || lanes.get() key=|lane| *lane let:lane>
                {cells::lane(lane, lanes, map, canvas, drag)}
            </For>
        </div>
    }
    .into_any()
}

/// Follows how much of the map is in view.
fn watch(root: NodeRef<Div>, canvas: Canvas) {
    let watching: StoredValue<Option<[Watch; 2]>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(element) = root.get() else { return };
        let tell = move |width: f64, _| {
            let names = if is_phone(width) { 0.0 } else { token_pixels("label-column") };
            let _ = canvas.extent.try_set((width - names).max(0.0));
        };
        watching.set_value(Some([watch_size(&element, tell), keep_focus(&element)]));
    });
    on_cleanup(move || watching.dispose());
}

/// On a phone the lanes' names stand above their cells.
fn is_phone(width: f64) -> bool {
    width < 30.0 * token_pixels("space-4")
}

fn scroll(root: NodeRef<Div>, canvas: Canvas) {
    if let Some(element) = root.get_untracked() {
        canvas.scrolled.set(f64::from(element.scroll_left()));
    }
}

/// When the active cell moves while the map has the focus, the focus moves with it.
fn follow_focus(root: NodeRef<Div>, canvas: Canvas) {
    Effect::new(move |before: Option<(usize, usize)>| {
        let active = canvas.active.get();
        if before.is_some_and(|before| before != active) {
            request_animation_frame(move || {
                // The map may be gone by the next frame.
                let inside = root
                    .try_get_untracked()
                    .flatten()
                    .is_some_and(|root| root.matches(":focus-within").unwrap_or(false));
                // Keys may have moved on since.
                if let Some((row, column)) = canvas.active.try_get_untracked().filter(|_| inside) {
                    focus(&cell_id(row, column));
                }
            });
        }
        active
    });
}

/// A panel that is closed gives the focus back to where it was opened.
fn return_focus(canvas: Canvas) {
    Effect::new(move |was_open: Option<bool>| {
        let is_open = canvas.open.get().is_some();
        if was_open == Some(true) && !is_open {
            let (row, column) = canvas.active.get_untracked();
            focus_when_there(&cell_id(row, column));
        }
        is_open
    });
}

/// A touchpoint opened from elsewhere, or by a link, is brought into view beside its panel.
fn show_open(root: NodeRef<Div>, canvas: Canvas) {
    Effect::new(move |_| {
        let (column, extent) = (canvas.column.get(), canvas.extent.get());
        let Some(place) = canvas.open.get().filter(|_| extent > 0.0) else { return };
        let Some(root) = root.get_untracked() else { return };
        let left = place as f64 * column;
        let now = f64::from(root.scroll_left());
        if left < now || left + column > now + extent {
            root.set_scroll_left((left - (extent - column) / 2.0) as i32);
        }
    });
}

fn key(event: &KeyboardEvent, map: Map, canvas: Canvas, lanes: Memo<Vec<Lane>>) {
    let (row, column) = canvas.active.get_untracked();
    let last_column = map.count().saturating_sub(1);
    let lanes = if canvas.is_bare() { 0 } else { lanes.get_untracked().len() };
    let last_row = ROWS_ABOVE + lanes - 1;
    let page = (canvas.extent.get_untracked() / canvas.column.get_untracked().max(1.0)) as usize;
    let to = match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        ("PageDown", _) => (row, (column + page.max(1)).min(last_column)),
        ("PageUp", _) => (row, column.saturating_sub(page.max(1))),
        ("Enter" | " ", false) => {
            event.prevent_default();
            return map.open(column);
        }
        ("+" | "=", false) => return map.look(|state| state.zoom = state.zoom.nearer()),
        ("-", false) => return map.look(|state| state.zoom = state.zoom.farther()),
        ("0", false) => return map.look(|state| state.zoom = Zoom::Fit),
        _ => return,
    };
    event.prevent_default();
    canvas.active.set(to);
}

/// A wheel with the control key zooms, as everywhere.
fn wheel(event: &WheelEvent, map: Map) {
    if event.ctrl_key() {
        event.prevent_default();
        let nearer = event.delta_y() < 0.0;
        map.look(|state| {
            state.zoom = if nearer { state.zoom.nearer() } else { state.zoom.farther() }
        });
    }
}
