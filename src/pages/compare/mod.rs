//! `/responses/compare`: two sides of the responses held against each other.

mod controls;
mod date;
mod table;

use crate::components::{answered, methods, missing, page_head, period_text, responses_text};
use crate::core::calendar::Period;
use crate::core::model::Lang;
use crate::core::query::{Page, Sides};
use crate::core::scene::{CompareScene, Question, Side, Verdict};
use crate::locales::methods::Method;
use crate::locales::{compare as t, names, shell};
use crate::platform::{keep_place, number_text};
use crate::state::{Engine, Navigation};
use controls::{Held, controls};
use date::SplitDay;
use leptos::prelude::*;
use table::table;

/// All that the figures of the table are computed by.
const METHODS: [Method; 8] = [
    Method::NPS,
    Method::SHARE,
    Method::HEART,
    Method::NPS_TEST,
    Method::SHARES_TEST,
    Method::MEANS_TEST,
    Method::SUPERIORITY,
    Method::HOLM,
];

/// Two sides of the responses, question by question.
pub fn compare(lang: Lang) -> AnyView {
    let navigation = Navigation::here();
    let state = move || match navigation.page() {
        Page::Compare(state) => state,
        _ => Default::default(),
    };
    let scene =
        Engine::here().ask(move || Some(Question::compare(state(), navigation.filters(), lang)));
    let none = move || {
        missing(shell::no_touchpoint(lang), shell::no_touchpoint_hint(lang), lang).into_any()
    };
    let about = Memo::new(move |_| scene.with(|scene| scene.scene().map(About::of)));
    let held = Memo::new(move |_| scene.with(|scene| scene.scene().map(Held::of)));
    let day = Memo::new(move |_| scene.with(|scene| scene.scene().and_then(SplitDay::of)));
    let controls = move || {
        // Whoever has just chosen a side goes on there.
        let restore = keep_place();
        queue_microtask(move || restore.restore());
        held.with(|held| held.as_ref().map(|held| controls(held, day, lang)))
    };
    view! {
        <div class="compare">
            {move || about.get().map(|about| head(&about, lang))}
            {controls}
            {answered(scene, lang, none, move |scene| content(scene, lang))}
        </div>
    }
    .into_any()
}

/// What the head says. It is made anew only when that changes.
#[derive(Clone, PartialEq)]
struct About {
    touchpoint: Option<String>,
    period: Period,
    responses: u64,
}

impl About {
    fn of(scene: &CompareScene) -> Self {
        Self {
            touchpoint: scene.touchpoint.as_ref().map(|touchpoint| touchpoint.name.clone()),
            period: scene.period,
            responses: scene.a.responses + scene.b.responses,
        }
    }
}

fn head(about: &About, lang: Lang) -> impl IntoView + use<> {
    let title = match &about.touchpoint {
        Some(touchpoint) => format!("{} · {touchpoint}", t::title(lang)),
        None => t::title(lang).to_owned(),
    };
    page_head(title, about.period, Some(about.responses), lang)
}

fn content(scene: &CompareScene, lang: Lang) -> AnyView {
    let is_empty = scene.a.responses == 0 || scene.b.responses == 0;
    let body = match (scene.is_same, is_empty) {
        (true, _) => empty(t::same(lang), t::same_hint(lang)),
        (_, true) => empty(t::no_side(lang), t::empty_hint(lang)),
        _ => findings(scene, lang),
    };
    let unread = scene.unread.as_ref().map(|text| {
        view! { <p class="note" role="status">{t::unread_day(lang, text)}</p> }
    });
    view! {
        {unread}
        {without_filter(scene, lang)}
        <div class="sides">
            {side(t::side_a(lang), &scene.a, true, lang)}
            {side(t::side_b(lang), &scene.b, false, lang)}
        </div>
        {body}
    }
    .into_any()
}

/// A filter by what the sides are chosen by holds for neither of them.
fn without_filter(scene: &CompareScene, lang: Lang) -> Option<AnyView> {
    let Sides::Values(dimension, ..) = scene.sides else { return None };
    let filters = Navigation::here().filters();
    let value = filters.value(dimension)?;
    let named = scene.values.iter().find(|named| named.id == value);
    let value = named.map_or(value, |named| named.name.as_str());
    let words = t::same_filter(lang, names::dimension(dimension, lang), value);
    Some(view! { <p class="note">{words}</p> }.into_any())
}

fn empty(what: &'static str, hint: &'static str) -> AnyView {
    view! { <section class="empty"><h2>{what}</h2><p>{hint}</p></section> }.into_any()
}

fn findings(scene: &CompareScene, lang: Lang) -> AnyView {
    let tested = scene.rows.iter().filter(|row| row.p_value.is_some()).count();
    let is_clear = |verdict| matches!(verdict, Verdict::Higher | Verdict::Lower);
    let clear = scene.rows.iter().filter(|row| is_clear(row.verdict)).count();
    let number = |count: usize| number_text(count as f64, 0, lang);
    let found = match clear {
        _ if tested == 0 => t::nothing_tested(lang).to_owned(),
        0 => t::found_none(lang, tested as u64),
        clear => t::found(lang, &number(clear), &number(tested)),
    };
    let note =
        (tested > 1).then(|| view! { <p class="note">{t::holm_note(lang, &number(tested))}</p> });
    let limit = match scene.sides {
        Sides::Date(_) => t::date_limit(lang),
        Sides::Values(..) => t::group_limit(lang),
    };
    view! {
        <section class="card">
            <h2>{found}</h2>
            <p class="limit">{limit}</p>
            {table(scene, lang)}
            // One test by itself needs no correction.
            {note}
            {methods(&METHODS, lang)}
        </section>
    }
    .into_any()
}

fn side(role: &'static str, side: &Side, is_first: bool, lang: Lang) -> impl IntoView + use<> {
    let days = match side.period {
        Some(period) => period_text(period, lang),
        None => t::no_days(lang).to_owned(),
    };
    let about = format!("{days} · {}", responses_text(side.responses, lang));
    view! {
        <section class="side">
            <p class="note">{role}</p>
            <h2>{side_name(side, is_first, lang)}</h2>
            <p class="note">{about}</p>
        </section>
    }
}

/// What a side is called.
fn side_name(side: &Side, is_first: bool, lang: Lang) -> String {
    match (&side.value, is_first) {
        (Some(value), _) => value.name.clone(),
        (None, true) => t::before(lang).to_owned(),
        (None, false) => t::after(lang).to_owned(),
    }
}
