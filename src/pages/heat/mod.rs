//! `/journeys/:id/heat`: where the journey is hot or cold, what matters, and what may fail.

mod map;
mod priority;
mod risk;
mod views;

use crate::core::model::{JourneyId, Lang};
use crate::core::query::{HeatState, HeatView, Page};
use crate::state::Navigation;
use leptos::prelude::*;
use map::Eye;

/// What every part of the page looks at.
#[derive(Clone, Copy)]
struct Heat {
    lang: Lang,
    id: StoredValue<JourneyId>,
    state: Memo<HeatState>,
    navigation: Navigation,
    /// Kept while answers come and go.
    eye: Eye,
}

impl Heat {
    /// Changes how the page is looked at, without a step to go back.
    fn look(self, change: impl FnOnce(&mut HeatState)) {
        self.navigation.change(|place| {
            if let Page::Heat(_, state) = &mut place.page {
                change(state);
            }
        });
    }
}

/// The heat page of a journey.
pub fn heat(journey: String, lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let state = Memo::new(move |_| match navigation.page() {
        Page::Heat(_, state) => state,
        _ => HeatState::default(),
    });
    let id = StoredValue::new(JourneyId::new(journey));
    let heat = Heat { lang, id, state, navigation, eye: Eye::default() };
    let view = Memo::new(move |_| state.with(|state| state.view));
    let shown = move || match view.get() {
        HeatView::Map => map::map(heat),
        HeatView::Priority => priority::priority(heat),
        HeatView::Risk => risk::risk(heat),
    };
    view! { <div class="heat-page">{shown}</div> }.into_any()
}
