//! `/journeys/:id/heat`: where the journey is hot or cold.

mod cells;
mod controls;
mod grid;
mod keys;
mod legend;
mod readout;
mod table;
mod view;

use crate::components::{answered, missing, page_head};
use crate::core::model::{JourneyId, Lang};
use crate::core::query::{HeatState, Page};
use crate::core::scene::{HeatColumn, HeatScene, Question};
use crate::locales::{heat as t, names, shell};
use crate::platform::{month_text, watch_print};
use crate::state::{Asked, Engine, Navigation};
use leptos::prelude::*;
use view::Eye;

/// What every part of the heat map looks at.
#[derive(Clone, Copy)]
struct Heat {
    lang: Lang,
    state: Memo<HeatState>,
    navigation: Navigation,
    /// Kept while answers come and go.
    eye: Eye,
}

impl Heat {
    /// Changes how the heat map is looked at, without a step to go back.
    fn look(self, change: impl FnOnce(&mut HeatState)) {
        self.navigation.change(|place| {
            if let Page::Heat(_, state) = &mut place.page {
                change(state);
            }
        });
    }
}

/// The heat map of a journey.
pub fn heat(journey: String, lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let id = StoredValue::new(JourneyId::new(journey));
    let state = Memo::new(move |_| match navigation.page() {
        Page::Heat(_, state) => state,
        _ => HeatState::default(),
    });
    // Showing the table asks nothing new.
    let asked = Memo::new(move |_| HeatState { table: false, ..state.get() });
    let scene = Engine::here()
        .ask(move || Some(Question::heat(id.get_value(), asked.get(), navigation.filters(), lang)));
    let heat = Heat { lang, state, navigation, eye: Eye::default() };
    let none =
        move || missing(shell::no_journey(lang), shell::no_journey_hint(lang), lang).into_any();
    view! {
        <div class="heat-page">
            {move || head(scene, lang)}
            {controls::controls(heat, id, scene)}
            {answered(scene, lang, none, move |scene| content(heat, scene))}
        </div>
    }
    .into_any()
}

/// The title stands above the controls, which stay as they are while answers come and go.
fn head(scene: ReadSignal<Asked<HeatScene>>, lang: Lang) -> AnyView {
    scene.with(|scene| match scene {
        Asked::Scene(scene) => {
            page_head(t::title(lang, &scene.journey.name), scene.period, None, lang).into_any()
        }
        Asked::Waiting => view! { <div class="bone wide"></div> }.into_any(),
        Asked::Missing => ().into_any(),
    })
}

fn content(heat: Heat, scene: &HeatScene) -> AnyView {
    let lang = heat.lang;
    let left_out = (scene.left_out > 0).then(|| {
        let n = crate::platform::number_text(scene.left_out as f64, 0, lang);
        view! { <p class="note">{t::left_out(lang, &n)}</p> }
    });
    let scene = StoredValue::new(scene.clone());
    let (columns, rows) = scene.with_value(|scene| (scene.columns.len(), scene.rows.len()));
    let printing = RwSignal::new(false);
    let watch = StoredValue::new_local(watch_print(move |now| printing.set(now)));
    on_cleanup(move || watch.dispose());
    let as_table = Memo::new(move |_| heat.state.with(|state| state.table) || printing.get());
    let body = move || match (columns, rows) {
        (0, _) => view! { <p class="empty">{t::no_columns(lang)}</p> }.into_any(),
        (_, 0) => view! { <p class="empty">{t::none(lang)}</p> }.into_any(),
        _ if as_table.get() => table::table(heat, scene),
        _ => grid::grid(heat, scene),
    };
    view! {
        {legend::legend(heat, scene)}
        {left_out}
        {body}
    }
    .into_any()
}

/// The name of the column of the whole period. Beside hearts it says what it measures, for it is none.
fn whole_name(scene: &HeatScene, lang: Lang) -> &'static str {
    match scene.columns.first() {
        Some(HeatColumn::Heart(_)) => names::measure(scene.measure, lang),
        _ => t::all(lang),
    }
}

/// A column's name.
fn column_name(column: &HeatColumn, lang: Lang) -> String {
    match column {
        HeatColumn::Heart(heart) => names::heart(*heart, lang).to_owned(),
        HeatColumn::Month(month) => month_text(*month, lang),
        HeatColumn::Value(_, value) => value.name.clone(),
    }
}
