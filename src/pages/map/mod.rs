//! `/journeys/:id`: the journey as a map, with the measured emotion curve.

mod canvas;
mod cells;
mod curve;
mod drag;
mod grid;
mod lanes;
mod legend;
mod stages;
mod table;
mod toolbar;

use super::touchpoint::panel;
use crate::components::{Unit, answered, computed, missing, on_paper, page_head, value_text};
use crate::core::model::{JourneyId, Lang, TouchpointId};
use crate::core::query::{MapState, Page};
use crate::core::scene::{MapScene, Question, ScoresScene};
use crate::locales::methods::Method;
use crate::locales::{map as t, shell};
use crate::platform::number_text;
use crate::state::{Asked, Engine, Navigation};
use leptos::prelude::*;

/// What every part of the map looks at.
#[derive(Clone, Copy)]
struct Map {
    lang: Lang,
    scene: StoredValue<MapScene>,
    scores: Memo<Option<ScoresScene>>,
    state: Memo<MapState>,
    navigation: Navigation,
}

impl Map {
    /// Changes how the map is looked at, without a step to go back.
    fn look(self, change: impl FnOnce(&mut MapState)) {
        self.navigation.change(|place| {
            if let Page::Map(_, state) = &mut place.page {
                change(state);
            }
        });
    }

    /// Opens the details of a touchpoint.
    fn open(self, column: usize) {
        let id = self.scene.with_value(|scene| {
            let found = scene.touchpoints.get(column);
            found.map(|touchpoint| TouchpointId::new(&touchpoint.touchpoint.id))
        });
        self.look(|state| state.open = id);
    }

    /// How many touchpoints there are.
    fn count(self) -> usize {
        self.scene.with_value(|scene| scene.touchpoints.len())
    }
}

/// The map of a journey.
pub fn map(journey: String, lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let id = StoredValue::new(JourneyId::new(journey));
    let scene = Engine::here().ask(move || Some(Question::map(id.get_value(), lang)));
    let state = Memo::new(move |_| match navigation.page() {
        Page::Map(_, state) => state,
        _ => MapState::default(),
    });
    let scores = scores(id, state, lang);
    let none =
        move || missing(shell::no_journey(lang), shell::no_journey_hint(lang), lang).into_any();
    answered(scene, lang, none, move |scene| {
        let scene = StoredValue::new(scene.clone());
        content(Map { lang, scene, scores, state, navigation })
    })
    .into_any()
}

/// The journey's figures. They come later than its words and change while responses are read.
fn scores(
    id: StoredValue<JourneyId>,
    state: Memo<MapState>,
    lang: Lang,
) -> Memo<Option<ScoresScene>> {
    let navigation = Navigation::here();
    let overlays = Memo::new(move |_| state.with(|state| state.overlays.clone()));
    let asked = Engine::here().ask(move || {
        Some(Question::scores(id.get_value(), navigation.filters(), overlays.get(), lang))
    });
    Memo::new(move |_| match asked.get() {
        Asked::Scene(scores) => Some(scores),
        _ => None,
    })
}

fn content(map: Map) -> AnyView {
    let lang = map.lang;
    let scenario = map.scene.with_value(|scene| scene.scenario.clone());
    let open = Memo::new(move |_| map.state.with(|state| state.open.clone()));
    let as_table = Memo::new(move |_| map.state.with(|state| state.table));
    view! {
        <div class="map-page" class:with-panel=move || open.get().is_some()>
            {move || head(map)}
            <p class="scenario">{scenario}</p>
            {toolbar::toolbar(map)}
            {legend::legend(map)}
            <div class="map-and-panel">
                <div class="map-side">{move || body(map, as_table.get())}</div>
                {move || open.get().map(|id| panel(id, map.navigation, lang))}
            </div>
            {move || how(map)}
        </div>
    }
    .into_any()
}

/// How the curve, its ribbon and the missing hearts are computed.
fn how(map: Map) -> Option<AnyView> {
    let lang = map.lang;
    let (n, target) = map.scores.with(|scores| {
        let scores = scores.as_ref()?;
        let n: u64 = scores.touchpoints.iter().map(|score| score.emotion.n).sum();
        Some((n, scores.heart_target))
    })?;
    let n = shell::n_is(lang, &number_text(n as f64, 0, lang));
    let target = t::target(lang, &value_text(target, Unit::Score, lang));
    let all = [
        (Method::EMOTION, n),
        (Method::CURVE, String::new()),
        (Method::HEART, String::new()),
        (Method::MISSED, target),
    ];
    Some(computed(&all, lang))
}

fn head(map: Map) -> AnyView {
    let name = map.scene.with_value(|scene| scene.journey.name.clone());
    let figures = map.scores.with(|scores| {
        let scores = scores.as_ref()?;
        Some((scores.period, scores.touchpoints.iter().map(|score| score.responses).sum()))
    });
    match figures {
        Some((period, responses)) => page_head(name, period, Some(responses), map.lang).into_any(),
        None => view! {
            <div class="page-head">
                <div>
                    <h1 id="heading" tabindex="-1">{name}</h1>
                    <p class="about">{t::waiting_scores(map.lang)}</p>
                </div>
            </div>
        }
        .into_any(),
    }
}

/// The map, or the table behind it. On paper there is both the curve and the table.
fn body(map: Map, as_table: bool) -> AnyView {
    let lang = map.lang;
    if map.count() == 0 {
        return view! { <section class="empty"><h2>{t::empty(lang)}</h2><p>{t::empty_hint(lang)}</p></section> }
            .into_any();
    }
    view! {
        {if as_table { table::table(map) } else { grid::grid(map) }}
        {on_paper(move || {
            view! { {curve::printed(map)}{(!as_table).then(|| table::table(map))} }.into_any()
        })}
    }
    .into_any()
}
