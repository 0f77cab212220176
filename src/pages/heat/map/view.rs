//! What of the grid is in view, and where the focus is.

use crate::core::scene::{HeatScene, in_view, with_kept};
use crate::platform::{Watch, keep_focus, token_pixels, watch_size};
use leptos::html::Div;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Rows and columns made beyond the edges of the view.
pub(super) const MORE: usize = 3;

/// Where the reader looks, in pixels, and which cell is meant.
#[derive(Clone, Copy)]
pub struct Eye {
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

/// What of the grid is in view, and what of it is made.
#[derive(Clone, Copy)]
pub(super) struct View {
    /// The space the grid may take.
    pub(super) frame: NodeRef<Div>,
    /// The grid itself, which scrolls.
    pub(super) root: NodeRef<Div>,
    pub(super) scroll: RwSignal<(f64, f64)>,
    pub(super) extent: RwSignal<(f64, f64)>,
    /// The rows in view.
    pub(super) seen: Memo<Range<usize>>,
    /// The rows to be made.
    pub(super) rows: Memo<Vec<usize>>,
    /// The columns to be made, from 0 for the whole period.
    pub(super) columns: Memo<Vec<usize>>,
    pub(super) active: RwSignal<(usize, usize)>,
    /// The cell that has the focus still, until it moves to the active one.
    pub(super) held: RwSignal<(usize, usize)>,
}

pub(super) fn view_of(eye: Eye, scene: StoredValue<HeatScene>) -> View {
    let Eye { scroll, extent, active } = eye;
    let held = RwSignal::new(active.get_untracked());
    let (columns, rows) = scene.with_value(|scene| (scene.columns.len() + 1, scene.rows.len()));
    let seen = Memo::new(move |_| {
        in_view(scroll.get().1, extent.get().1, token_pixels("heat-row"), rows, MORE)
    });
    // What has the focus must be there, and so must what is to have it.
    let kept = Memo::new(move |_| [active.get(), held.get()]);
    View {
        frame: NodeRef::new(),
        root: NodeRef::new(),
        scroll,
        extent,
        seen,
        rows: Memo::new(move |_| {
            with_kept(seen.get(), kept.get().map(|(row, _)| row.wrapping_sub(1)), rows)
        }),
        columns: Memo::new(move |_| {
            let seen =
                in_view(scroll.get().0, extent.get().0, token_pixels("heat-cell"), columns, MORE);
            with_kept(seen, kept.get().map(|(_, column)| column.wrapping_sub(1)), columns)
        }),
        active,
        held,
    }
}

impl View {
    /// A cell has got the focus. One that only gets it back, having been moved among its neighbours, says
    /// nothing of where the reader goes: keys may have gone on meanwhile.
    pub(super) fn focused(self, cell: (usize, usize)) {
        if self.held.get_untracked() != cell {
            self.held.set(cell);
            self.active.set(cell);
        }
    }
}

/// The space is watched, not the grid: a wider map finds it as wide as it was, and is made but once.
pub(super) fn watch(view: View) {
    let watching: StoredValue<Option<[Watch; 2]>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let (Some(frame), Some(root)) = (view.frame.get(), view.root.get()) else { return };
        let (left, top) = view.scroll.get_untracked();
        // Scrolling waits for the layout, which is to be made but once.
        if (left, top) != (0.0, 0.0) {
            root.set_scroll_left(left as i32);
            root.set_scroll_top(top as i32);
        }
        let tell = move |width, height| {
            let _ = view.extent.try_maybe_update(|extent| {
                let is_other = *extent != (width, height);
                *extent = (width, height);
                (is_other, ())
            });
        };
        watching.set_value(Some([watch_size(&frame, tell), keep_focus(&root)]));
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
        view.rows.track();
        view.columns.track();
        let moved = before.is_some_and(|before| before != active);
        request_animation_frame(move || set_tab_stop(view, moved));
        active
    });
}

/// The grid may be gone by the frame this is done in, and keys may have moved on.
fn set_tab_stop(view: View, moved: bool) {
    let Some(root) = view.root.try_get_untracked().flatten() else { return };
    let Some(active) = view.active.try_get_untracked() else { return };
    if let Some(old) = root.query_selector("[tabindex='0']").ok().flatten() {
        let _ = old.set_attribute("tabindex", "-1");
    }
    let Some(cell) = element_at(&root, active) else { return };
    let _ = cell.set_attribute("tabindex", "0");
    if moved && root.matches(":focus-within").unwrap_or(false) {
        let _ = cell.focus();
    }
}

fn element_at(root: &Element, (row, column): (usize, usize)) -> Option<HtmlElement> {
    let (row, column) = (row + 1, column + 1);
    let cell = format!("[aria-rowindex='{row}'] > [aria-colindex='{column}']");
    let cell = root.query_selector(&cell);
    cell.ok().flatten()?.dyn_into().ok()
}

/// Scrolls until the cell is clear of the head and the names.
pub(super) fn bring_into_view(view: View, (row, column): (usize, usize)) {
    let Some(root) = view.root.get_untracked() else { return };
    let (cell, line) = (token_pixels("heat-cell"), token_pixels("heat-row"));
    let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
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
