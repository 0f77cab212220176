//! Dragging the map.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// How far a pointer moves before it drags the map rather than clicks on it, in pixels.
const DRAGS_FROM: i32 = 5;

/// The map under a mouse button: dragging it moves what is in view.
#[derive(Clone, Copy, Default)]
pub(super) struct Drag {
    from: StoredValue<Option<(i32, i32, i32, i32)>>,
    dragged: StoredValue<bool>,
}

impl Drag {
    pub(super) fn begin(self, event: &PointerEvent, root: NodeRef<Div>) {
        self.dragged.set_value(false);
        // Fingers scroll by themselves.
        if event.pointer_type() == "mouse" && event.button() == 0 {
            let at = root.get_untracked().map(|root| {
                (event.client_x(), event.client_y(), root.scroll_left(), root.scroll_top())
            });
            self.from.set_value(at);
        }
    }

    pub(super) fn follow(self, event: &PointerEvent, root: NodeRef<Div>) {
        let Some((x, y, left, top)) = self.from.get_value() else { return };
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        if let Some(root) = root.get_untracked().filter(|_| dx.abs().max(dy.abs()) >= DRAGS_FROM) {
            self.dragged.set_value(true);
            root.set_scroll_left(left - dx);
            root.set_scroll_top(top - dy);
        }
    }

    pub(super) fn end(self) {
        self.from.set_value(None);
    }

    /// True when what looks like a click was the end of a drag.
    pub(super) fn was_dragged(self) -> bool {
        self.dragged.get_value()
    }
}
