//! The geometry of the map: how wide its columns are, and which of them are in view.

use super::Map;
use crate::core::query::Zoom;
use crate::core::scene::{in_view, with_kept};
use crate::platform::token_pixels;
use leptos::prelude::*;
use std::ops::Range;

/// Columns made beyond the edges of the view, so that scrolling finds them there.
const MORE: usize = 4;

/// Rows above the lanes: stages, touchpoints, curve.
pub(super) const ROWS_ABOVE: usize = 2;

/// Where the reader looks, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Canvas {
    /// How many columns there are.
    pub count: usize,
    /// How far the map is scrolled to the right.
    pub scrolled: RwSignal<f64>,
    /// How much of it is in view, without the lanes' names.
    pub extent: RwSignal<f64>,
    /// How wide a column is.
    pub column: Memo<f64>,
    /// The columns to be made.
    pub columns: Memo<Range<usize>>,
    /// The column whose touchpoint is open in the panel.
    pub open: Memo<Option<usize>>,
    /// The row and column that has the focus, or would have it.
    pub active: RwSignal<(usize, usize)>,
    /// The row and column that has the focus still, until it moves to the active one.
    pub held: RwSignal<(usize, usize)>,
}

impl Canvas {
    pub(super) fn new(map: Map) -> Self {
        let (scrolled, extent) = (RwSignal::new(0.0), RwSignal::new(0.0));
        let count = map.count();
        let zoom = Memo::new(move |_| map.state.with(|state| state.zoom));
        let column = Memo::new(move |_| column(zoom.get(), extent.get(), count));
        let columns = Memo::new(move |_| match zoom.get() {
            // A column of a few pixels holds no words: the curve alone shows the whole.
            Zoom::Fit if column.get() < token_pixels("map-narrow") / 2.0 => 0..0,
            _ => in_view(scrolled.get(), extent.get(), column.get(), count, MORE),
        });
        let open = Memo::new(move |_| {
            let id = map.state.with(|state| state.open.clone())?;
            map.scene.with_value(|scene| {
                scene.touchpoints.iter().position(|one| one.touchpoint.id == id.as_str())
            })
        });
        let active = RwSignal::new((0, open.get_untracked().unwrap_or_default()));
        let held = RwSignal::new(active.get_untracked());
        Self { count, scrolled, extent, column, columns, open, active, held }
    }

    /// True when columns are too narrow for words and the curve stands alone.
    pub(super) fn is_bare(self) -> bool {
        self.columns.with(Range::is_empty)
    }

    /// The columns to be made, the active one and the one with the focus wherever they are: what has the
    /// focus must be there, and so must what is to have it.
    pub(super) fn made(self) -> Vec<usize> {
        let kept = [self.active.get().1, self.held.get().1];
        with_kept(self.columns.get(), kept, self.count)
    }

    /// A cell has got the focus. One that only gets it back, having been moved among its neighbours, says nothing
    /// of where the reader goes: keys may have gone on meanwhile.
    pub(super) fn focused(self, cell: (usize, usize)) {
        if self.held.get_untracked() != cell {
            self.held.set(cell);
            self.active.set(cell);
        }
    }

    /// The columns over which the curve is drawn: those in view, or all when none is made.
    pub(super) fn drawn(self, count: usize) -> Range<usize> {
        let columns = self.columns.get();
        if columns.is_empty() { 0..count } else { columns }
    }
}

fn column(zoom: Zoom, extent: f64, count: usize) -> f64 {
    match zoom {
        Zoom::Fit => (extent / count.max(1) as f64).min(token_pixels("map-normal")),
        Zoom::Narrow => token_pixels("map-narrow"),
        Zoom::Normal => token_pixels("map-normal"),
        Zoom::Wide => token_pixels("map-wide"),
    }
}

/// The id of a cell, by row and column.
pub(super) fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}
