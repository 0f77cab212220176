//! A chart and the table behind it.

use crate::core::model::Lang;
use crate::core::scene::ChartScene;
use crate::locales::shell as t;
use crate::platform::{ChartCanvas, ChartModule, number_text};
use crate::protocol::encode;
use crate::state::Preferences;
use leptos::html::Div;
use leptos::prelude::*;

/// A chart. Its bundle is fetched when the first one is shown; until then, when it cannot be had, and
/// whenever the reader likes, the table behind it is there.
#[component]
pub fn Chart(
    /// What is drawn.
    scene: ChartScene,
    /// What it is called.
    title: String,
    /// The reader's language.
    lang: Lang,
) -> impl IntoView {
    let (as_table, set_as_table) = signal(false);
    let (failed, set_failed) = signal(false);
    let shown = StoredValue::new(scene);
    // Only a change draws anew: to be told again that all went well is none.
    let table = Memo::new(move |_| as_table.get() || failed.get());
    let name = title.clone();
    let body = move || match table.get() {
        true => shown.with_value(|scene| data_table(scene, &name, lang)),
        false => drawing(shown, name.clone(), set_failed).into_any(),
    };
    view! {
        <figure class="chart">
            <figcaption>
                <span>{title}</span>
                <button type="button" class="quiet no-print" aria-pressed=move || if table.get() { "true" } else { "false" }
                    on:click=move |_| set_as_table.update(|table| *table = !*table)>
                    {t::show_table(lang)}
                </button>
            </figcaption>
            {body}
        </figure>
    }
}

fn drawing(
    scene: StoredValue<ChartScene>,
    title: String,
    fail: WriteSignal<bool>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let canvas: StoredValue<Option<ChartCanvas>, LocalStorage> = StoredValue::new_local(None);
    let preferences = Preferences::here();
    Effect::new(move |_| {
        // The canvas knows no tokens: another theme is another drawing.
        let _ = preferences.theme();
        let Some(element) = place.get() else { return };
        let request = scene.with_value(encode);
        leptos::task::spawn_local(async move {
            let module = ChartModule::load().await;
            let drawn = match (module, request) {
                (Some(module), Ok(request)) => module.draw(&element, &request).await,
                _ => None,
            };
            let failed = drawn.is_none();
            // A page left meanwhile lets the drawing go.
            if canvas.try_set_value(drawn).is_none() {
                let _ = fail.try_set(failed);
            }
        });
    });
    on_cleanup(move || canvas.dispose());
    view! { <div class="chart-canvas" role="img" aria-label=title node_ref=place></div> }
}

fn data_table(scene: &ChartScene, title: &str, lang: Lang) -> AnyView {
    let heads = scene.lines.iter().map(|line| view! { <th scope="col">{line.name.clone()}</th> });
    let band = scene.band.clone().or(scene.limits.clone());
    let signals = scene.signals.clone().unwrap_or_default();
    let band_head = band.as_ref().map(|band| view! { <th scope="col">{band.name.clone()}</th> });
    let counts = scene.counts.as_ref().map(|(_, counts)| counts.clone());
    let counts_head = counts.as_ref().map(|_| view! { <th scope="col">"n"</th> });
    let thin = scene.thin();
    let text = |value: Option<f64>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| format!("{}{}", number_text(value, scene.decimals(), lang), scene.unit),
        )
    };
    let row = |(place, category): (usize, &String)| {
        // A signal is said beside its value, and marked as it is in the drawing.
        let signal = signals.1.contains(&place).then(|| format!(" ◆ {}", signals.0));
        let cells = scene.lines.iter().enumerate().map(|(number, line)| {
            let signal = signal.clone().filter(|_| number == 0);
            let value = line.values.get(place).copied().flatten();
            let is_thin = number == 0 && value.is_some() && thin.contains(&place);
            view! { <td>{text(value)}{is_thin.then_some("°")}{signal}</td> }
        });
        let count = counts.as_ref().and_then(|counts| counts.get(place));
        let count = count.map(|n| view! { <td>{number_text(*n as f64, 0, lang)}</td> });
        let interval = band.as_ref().map(|band| {
            let [low, high] =
                [&band.low, &band.high].map(|edge| text(edge.get(place).copied().flatten()));
            view! { <td>{t::between(lang, &low, &high)}</td> }
        });
        view! { <tr><th scope="row">{category.clone()}</th>{cells.collect_view()}{count}{interval}</tr> }
    };
    let rows = scene.categories.iter().enumerate().map(row).collect_view();
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=title.to_owned()>
            <table class="data">
                <caption class="visually-hidden">{t::table_of(lang, title)}</caption>
                <thead><tr><td></td>{heads.collect_view()}{counts_head}{band_head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
