//! `/journeys`: all journeys in brief.

use crate::components::{Unit, answered, computed, figure, link, page_head};
use crate::core::model::{JourneyId, Lang, TouchpointId};
use crate::core::query::{HeatState, MapState, Page};
use crate::core::scene::{
    JourneyCard, JourneysScene, Knot, Question, Scale, ribbon_path, svg_path,
};
use crate::locales::methods::Method;
use crate::locales::{journeys as t, map, names, shell};
use crate::platform::number_text;
use crate::state::{Engine, Navigation};
use leptos::prelude::*;

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 96.0;

/// All journeys in brief.
pub fn journeys(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let scene = Engine::here().ask(move || Some(Question::journeys(navigation.filters(), lang)));
    answered(scene, lang, || ().into_any(), move |scene| content(scene, lang)).into_any()
}

fn content(scene: &JourneysScene, lang: Lang) -> AnyView {
    let cards = scene.cards.iter().map(|one| card(one, lang)).collect_view();
    let none = scene.cards.is_empty().then(|| {
        view! { <section class="empty"><h2>{t::none(lang)}</h2><p>{t::none_hint(lang)}</p></section> }
    });
    let responses = scene.cards.iter().map(|card| card.responses).sum();
    view! {
        <div class="journeys">
            {page_head(t::title(lang).to_owned(), scene.period, Some(responses), lang)}
            {none}
            <div class="cards">{cards}</div>
            {(!scene.cards.is_empty()).then(|| how(scene, lang))}
        </div>
    }
    .into_any()
}

/// How the curves and figures of the cards are computed.
fn how(scene: &JourneysScene, lang: Lang) -> AnyView {
    let n = |of: fn(&JourneyCard) -> u64| {
        shell::n_is(lang, &number_text(scene.cards.iter().map(of).sum::<u64>() as f64, 0, lang))
    };
    let all = [
        (Method::EMOTION, String::new()),
        (Method::CURVE, String::new()),
        (Method::SHARE, n(|card| card.csat.n)),
        (Method::NPS, n(|card| card.nps.n)),
    ];
    computed(&all, lang)
}

fn card(card: &JourneyCard, lang: Lang) -> impl IntoView + use<> {
    let place = Navigation::here().place_now();
    let id = JourneyId::new(&card.journey.id);
    let map_place = place.to(Page::Map(id.clone(), MapState::default()));
    let heat_place = place.to(Page::Heat(id.clone(), HeatState::default()));
    let coldest = card.coldest.clone().map(|coldest| {
        let state = MapState { open: Some(TouchpointId::new(&coldest.id)), ..MapState::default() };
        let to = place.to(Page::Map(id.clone(), state));
        view! { <div><dt>{t::coldest(lang)}</dt><dd>{link(to, "", coldest.name)}</dd></div> }
    });
    view! {
        <article class="card journey">
            <h2>{link(map_place.clone(), "", card.journey.name.clone())}</h2>
            <p class="note">{card.scenario.clone()}</p>
            {curve(card, lang)}
            <dl class="scores">
                <div><dt>{names::csat(lang)}</dt><dd>{figure(card.csat, Unit::Percent, lang)}</dd></div>
                <div><dt>{names::nps(lang)}</dt><dd>{figure(card.nps, Unit::Points, lang)}</dd></div>
                {coldest}
            </dl>
            <p class="note">{about(card, lang)}</p>
            <p class="actions no-print">
                {link(map_place, "button", t::open_map(lang))}
                {link(heat_place, "button", map::heat_map(lang))}
            </p>
        </article>
    }
}

fn about(card: &JourneyCard, lang: Lang) -> String {
    let touchpoints = t::touchpoints(lang, card.touchpoints as u64);
    format!("{touchpoints} · {}", card.stages.join(" → "))
}

fn curve(card: &JourneyCard, lang: Lang) -> impl IntoView + use<> {
    let column = WIDTH / card.touchpoints.max(1) as f64;
    let scale =
        Scale { left: column / 2.0, x: column, middle: HEIGHT / 2.0, y: (HEIGHT - 12.0) / 4.0 };
    let joins = |a: &Knot, b: &Knot| b.x - a.x < 1.5;
    let view_box = format!("0 0 {} {}", WIDTH as u32, HEIGHT as u32);
    view! {
        <svg class="mini-curve" viewBox=view_box role="img" aria-label=t::curve_words(lang, &card.journey.name)>
            <path class="level zero" d=format!("M0 {} H{}", HEIGHT as u32 / 2, WIDTH as u32)/>
            <path class="ribbon" d=ribbon_path(&card.curve.low, &card.curve.high, scale, joins)/>
            <path class="measured" d=svg_path(&card.curve.line, scale, joins)/>
        </svg>
    }
}
