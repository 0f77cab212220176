//! Where the reader is: the place that the address bar names.

use crate::core::model::Lang;
use crate::core::query::{Filters, Page, Place, decode, encode};
use crate::platform::{address, focus_when_there, href_of, on_travel, push, replace};
use leptos::prelude::*;

/// The id of the page's main heading, which takes the focus after a change of page.
pub const HEADING: &str = "heading";

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Navigation {
    place: RwSignal<Place>,
}

impl Navigation {
    /// The one the app has begun.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::begin)
    }

    /// Begins where the address bar is, and follows the way back and forth.
    pub fn begin() -> Self {
        let navigation = Self { place: RwSignal::new(here()) };
        let travel = StoredValue::new_local(on_travel(move || {
            let _ = navigation.place.try_set(here());
        }));
        on_cleanup(move || travel.dispose());
        navigation
    }

    /// The place.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The place, without following its changes.
    pub fn place_now(self) -> Place {
        self.place.get_untracked()
    }

    /// The page.
    pub fn page(self) -> Page {
        self.place.with(|place| place.page.clone())
    }

    /// What the page is filtered by.
    pub fn filters(self) -> Filters {
        self.place.with(|place| place.filters.clone())
    }

    /// The language the link asks for.
    pub fn lang(self) -> Option<Lang> {
        self.place.with(|place| place.lang)
    }

    /// The address of a place, for a link.
    pub fn href(self, place: &Place) -> String {
        href_of(&encode(place))
    }

    /// Goes to a place, to be read from its beginning.
    pub fn go(self, place: Place) {
        push(&encode(&place));
        self.place.set(place);
        focus_when_there(HEADING);
    }

    /// Changes the place where one is: what is looked at stays, how it is looked at changes.
    pub fn change(self, change: impl FnOnce(&mut Place)) {
        let mut place = self.place_now();
        change(&mut place);
        if place != self.place_now() {
            replace(&encode(&place));
            self.place.set(place);
        }
    }

    /// As [`Navigation::change`], but the way back undoes it.
    pub fn step(self, change: impl FnOnce(&mut Place)) {
        let mut place = self.place_now();
        change(&mut place);
        if place != self.place_now() {
            push(&encode(&place));
            self.place.set(place);
        }
    }
}

fn here() -> Place {
    let (path, query) = address();
    decode(&path, &query)
}
