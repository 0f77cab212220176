//! What of the grid is in view, and where the focus is.

use crate::core::scene::{HeatScene, in_view};
use crate::platform::{Watch, token_pixels, watch_size};
use leptos::html::Div;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Rows and columns made beyond the edges of the view.
pub(super) const MORE: usize = 3;

/// Where the reader looks, in pixels, and which cell is meant.
#[derive(Clone, Copy)]
pub(super) struct Eye {
    pub(super) scroll: RwSignal<(f64, f64)>,
    pub(super) extent: RwSignal<(f64, f64)>,
    /// The cell that has the focus or would have it: row 0 is the head, column 0 the name.
    pub(super) active: RwSignal<(usize, usize)>,
}

impl Default for Eye {
    fn default() -> Self {
        Self {
            scroll: RwSignal::new((0.0, 0.0)),
            extent: RwSignal::new((0.0, 0.0)),
            active: RwSignal::new((1, 1)),
        }
    }
}

/// What of the grid is in view.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub(super) root: NodeRef<Div>,
    pub(super) scroll: RwSignal<(f64, f64)>,
    pub(super) extent: RwSignal<(f64, f64)>,
    pub(super) rows: Memo<Range<usize>>,
    pub(super) columns: Memo<Range<usize>>,
    pub(super) active: RwSignal<(usize, usize)>,
}

pub(super) fn view_of(eye: Eye, scene: StoredValue<HeatScene>) -> View {
    let Eye { scroll, extent, active } = eye;
    let (columns, rows) = scene.with_value(|scene| (scene.columns.len() + 1, scene.rows.len()));
    View {
        root: NodeRef::new(),
        scroll,
        extent,
        columns: Memo::new(move |_| {
            in_view(scroll.get().0, extent.get().0, token_pixels("heat-cell"), columns, MORE)
        }),
        rows: Memo::new(move |_| {
            in_view(scroll.get().1, extent.get().1, token_pixels("heat-row"), rows, MORE)
        }),
        active,
    }
}

pub(super) fn watch(view: View) {
    let watching: StoredValue<Option<Watch>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(element) = view.root.get() else { return };
        let (left, top) = view.scroll.get_untracked();
        element.set_scroll_left(left as i32);
        element.set_scroll_top(top as i32);
        let tell = move |width, height| {
            let _ = view.extent.try_set((width, height));
        };
        watching.set_value(Some(watch_size(&element, tell)));
    });
    on_cleanup(move || watching.dispose());
}

pub(super) fn scrolled(view: View) {
    if let Some(root) = view.root.get_untracked() {
        view.scroll.set((f64::from(root.scroll_left()), f64::from(root.scroll_top())));
    }
}

/// The one tab stop follows the active cell, also when its row is made anew.
pub(super) fn keep_tab_stop(view: View) {
    Effect::new(move |before: Option<(usize, usize)>| {
        let active = view.active.get();
        let _ = (view.rows.get(), view.columns.get());
        request_animation_frame(move || {
            // The grid may be gone by the next frame.
            let Some(root) = view.root.try_get_untracked().flatten() else { return };
            if let Some(old) = root.query_selector("[tabindex='0']").ok().flatten() {
                let _ = old.set_attribute("tabindex", "-1");
            }
            let Some(cell) = element_at(&root, active) else { return };
            let _ = cell.set_attribute("tabindex", "0");
            let inside = root.matches(":focus-within").unwrap_or(false);
            if inside && before.is_some_and(|before| before != active) {
                let _ = cell.focus();
            }
        });
        active
    });
}

fn element_at(root: &Element, (row, column): (usize, usize)) -> Option<HtmlElement> {
    let cell = root.query_selector(&format!("[data-row='{row}'][data-column='{column}']"));
    cell.ok().flatten()?.dyn_into().ok()
}

/// Scrolls until the cell is clear of the head and the names.
pub(super) fn bring_into_view(view: View, (row, column): (usize, usize)) {
    let Some(root) = view.root.get_untracked() else { return };
    let (cell, line) = (token_pixels("heat-cell"), token_pixels("heat-row"));
    let (width, height) = view.extent.get_untracked();
    let (names, head) = (token_pixels("row-head"), token_pixels("heat-row"));
    let at = |place: usize, size: f64| place.saturating_sub(1) as f64 * size;
    let left = fit(f64::from(root.scroll_left()), at(column, cell), cell, width - names);
    let top = fit(f64::from(root.scroll_top()), at(row, line), line, height - head);
    root.set_scroll_left(left as i32);
    root.set_scroll_top(top as i32);
}

/// The nearest scroll position from which an item is in view.
fn fit(now: f64, begins: f64, size: f64, extent: f64) -> f64 {
    now.min(begins).max(begins + size - extent)
}
