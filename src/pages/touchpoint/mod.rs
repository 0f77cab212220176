//! One touchpoint in detail, in a panel beside the map.

mod control;
mod facts;
mod scores;

use crate::components::{
    Chart, Unit, answered, comments, computed, distribution, link, value_text,
};
use crate::core::model::{Lang, TouchpointId};
use crate::core::query::{Page, ResponsesState};
use crate::core::scene::{
    ChartBand, ChartLine, ChartScene, Ink, MonthPoint, Question, TouchpointScene,
};
use crate::locales::methods::Method;
use crate::locales::{map as t, names, shell};
use crate::platform::{focus_when_there, month_text, number_text};
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

/// The id of the panel's heading, which takes the focus when the panel opens.
const PANEL_HEADING: &str = "panel-heading";

/// The panel of a touchpoint. Escape closes it.
pub fn panel(id: TouchpointId, navigation: Navigation, lang: Lang) -> AnyView {
    let asked = StoredValue::new(id);
    let scene = Engine::here()
        .ask(move || Some(Question::touchpoint(asked.get_value(), navigation.filters(), lang)));
    let close = move || {
        navigation.change(|place| {
            if let Page::Map(_, state) = &mut place.page {
                state.open = None;
            }
        });
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    focus_when_there(PANEL_HEADING);
    view! {
        <aside class="panel-side" aria-label=t::details(lang) on:keydown=key>
            <button type="button" class="quiet close no-print" on:click=move |_| close()>{shell::close(lang)}</button>
            {answered(scene, lang, move || unknown(lang), move |scene| content(scene, navigation, lang))}
        </aside>
    }
    .into_any()
}

fn unknown(lang: Lang) -> AnyView {
    view! {
        <h2 id=PANEL_HEADING tabindex="-1">{shell::no_touchpoint(lang)}</h2>
        <p>{shell::no_touchpoint_hint(lang)}</p>
    }
    .into_any()
}

fn content(scene: &TouchpointScene, navigation: Navigation, lang: Lang) -> AnyView {
    let moment = scene.moment_of_truth.then(|| {
        view! { <p class="moment-line"><span class="moment" aria-hidden="true">"★"</span>{t::moment_of_truth(lang)}</p> }
    });
    let id = TouchpointId::new(&scene.touchpoint.id);
    let responses = navigation.place_now().to(Page::Responses(ResponsesState::of(Some(id))));
    view! {
        <h2 id=PANEL_HEADING tabindex="-1">{scene.touchpoint.name.clone()}</h2>
        <p class="note">{format!("{} · {}", scene.journey.name, scene.stage)}</p>
        {moment}
        {scores::scores(scene, lang)}
        {scores::hearts(scene, lang)}
        {how(scene, lang)}
        {trend(scene, lang)}
        {control::control(TouchpointId::new(&scene.touchpoint.id), navigation, lang)}
        {facts::facts(scene, lang)}
        {distributions(scene, lang)}
        {latest(scene, lang)}
        <p class="no-print">{link(responses, "button", t::all_responses(lang))}</p>
    }
    .into_any()
}

/// How the touchpoint's figures are computed, with their n and what they are held against.
fn how(scene: &TouchpointScene, lang: Lang) -> AnyView {
    let n = |n: u64| shell::n_is(lang, &number_text(n as f64, 0, lang));
    let target = |value, unit| t::target(lang, &value_text(value, unit, lang));
    let share = format!(
        "{} {} · {} · {} {}",
        names::csat(lang),
        n(scene.score.csat.n),
        target(scene.csat_target, Unit::Percent),
        names::ces(lang),
        n(scene.ces.n),
    );
    let benchmark = scene
        .nps_benchmark
        .map(|value| format!(" · {}", t::benchmark(lang, &value_text(value, Unit::Points, lang))));
    let hearts = scene.hearts.iter().map(|(_, answers, _)| answers.n).sum();
    let heart_target = target(scene.heart_target, Unit::Score);
    let all = [
        (Method::EMOTION, n(scene.score.emotion.n)),
        (Method::SHARE, share),
        (Method::NPS, format!("{}{}", n(scene.nps.n), benchmark.unwrap_or_default())),
        (Method::HEART, n(hearts)),
        (Method::MISSED, heart_target),
    ];
    computed(&all, lang)
}

fn trend(scene: &TouchpointScene, lang: Lang) -> Option<impl IntoView + use<>> {
    let known = scene.months.iter().position(|point| point.csat.value.is_some())?;
    let points = &scene.months[known..];
    let edge = |of: fn(&MonthPoint) -> Option<f64>| points.iter().map(of).collect::<Vec<_>>();
    let chart = ChartScene {
        categories: points.iter().map(|point| month_text(point.month, lang)).collect(),
        lines: vec![ChartLine {
            name: names::csat(lang).to_owned(),
            values: edge(|point| point.csat.value),
            ink: Ink::Accent,
            strong: true,
        }],
        band: Some(ChartBand {
            name: t::interval(lang).to_owned(),
            low: edge(|point| point.csat.ci.map(|ci| ci.low)),
            high: edge(|point| point.csat.ci.map(|ci| ci.high)),
        }),
        counts: Some((
            shell::thin(lang).to_owned(),
            points.iter().map(|point| point.csat.n).collect(),
        )),
        target: Some((t::target_word(lang).to_owned(), scene.csat_target)),
        range: (0.0, 100.0),
        unit: "%".to_owned(),
        ..ChartScene::default()
    };
    Some(view! { <Chart scene=chart title=t::trend(lang).to_owned() lang/> })
}

fn distributions(scene: &TouchpointScene, lang: Lang) -> Option<impl IntoView + use<>> {
    let all = scene.distributions.iter().map(|one| distribution(one, lang)).collect_view();
    (!scene.distributions.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{t::distributions(lang)}</summary>
                <div class="distributions">{all}</div>
            </details>
        }
    })
}

fn latest(scene: &TouchpointScene, lang: Lang) -> impl IntoView + use<> {
    let none =
        scene.comments.is_empty().then(|| view! { <p class="note">{t::no_comments(lang)}</p> });
    view! {
        <h3>{t::latest_comments(lang)}</h3>
        {none}
        {comments(&scene.comments, false, lang)}
    }
}
