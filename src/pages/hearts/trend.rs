//! The health index and the hearts, month by month.

use crate::components::{Chart, computed, health_words};
use crate::core::model::{Heart, Lang};
use crate::core::scene::{ChartLine, ChartScene, HeartsScene, Ink};
use crate::locales::methods::Method;
use crate::locales::{hearts as t, names};
use crate::platform::month_text;
use leptos::prelude::*;

pub(super) fn trend(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    let first = scene.health_trend.first;
    let months = scene.health_trend.values.len() as i32;
    let health = ChartLine {
        name: t::health_index(lang).to_owned(),
        values: scene.health_trend.values.clone(),
        ink: Ink::Ink,
        strong: true,
    };
    let hearts = Heart::ALL.into_iter().zip(&scene.heart_trends).map(|(heart, values)| ChartLine {
        name: names::heart(heart, lang).to_owned(),
        values: values.clone(),
        ink: Ink::Heart(heart.index() as u8),
        strong: false,
    });
    let chart = ChartScene {
        categories: (0..months).map(|month| month_text(first.plus(month), lang)).collect(),
        lines: std::iter::once(health).chain(hearts).collect(),
        range: (0.0, 100.0),
        ..ChartScene::default()
    };
    let here = health_words(scene.coverage, &scene.health_rules, lang);
    view! {
        <section class="card trend-card">
            <Chart scene=chart title=t::trend(lang).to_owned() lang/>
            {computed(&[(Method::HEALTH, here), (Method::HEART_INDEX, String::new())], lang)}
        </section>
    }
}
