//! The filters all pages share.

use crate::core::calendar::Month;
use crate::core::model::{Dimension, Lang};
use crate::core::query::{Filters, Page, PeriodChoice};
use crate::core::scene::{Choice, Choices, Question};
use crate::locales::{names, shell as t};
use crate::platform::month_text;
use crate::state::{Asked, Engine, Navigation};
use leptos::prelude::*;

/// Relative periods on offer, in months.
const LATEST: [u16; 4] = [1, 3, 6, 12];

/// The filters all pages share: period, segment, channel, team. They stand in the address.
#[component]
pub fn FilterBar(
    /// The reader's language.
    lang: Lang,
) -> impl IntoView {
    let navigation = Navigation::here();
    let choices = Engine::here().ask(move || Some(Question::choices(lang)));
    let known = Memo::new(move |_| match choices.get() {
        Asked::Scene(choices) => choices,
        _ => Choices::default(),
    });
    let filters = Memo::new(move |_| navigation.filters());
    view! {
        <form class="filters" aria-label=t::filters(lang) on:submit=|event| event.prevent_default()>
            {move || known.with(|known| period_select(known, filters, lang))}
            {move || known.with(|known| {
                known.dimensions.iter().map(|one| dimension_select(one, filters, lang)).collect_view()
            })}
            {move || (filters.get() != Filters::default()).then(|| view! {
                <button type="button" class="quiet"
                    on:click=move |_| navigation.step(|place| place.filters = Filters::default())>
                    {t::clear_filters(lang)}
                </button>
            })}
        </form>
    }
}

fn period_select(choices: &Choices, filters: Memo<Filters>, lang: Lang) -> impl IntoView + use<> {
    let navigation = Navigation::here();
    let mut periods: Vec<PeriodChoice> = LATEST.map(PeriodChoice::Latest).to_vec();
    periods.push(PeriodChoice::All);
    if let Some((first, last)) = choices.months {
        let months =
            first.through(last).rev().map(|month: Month| PeriodChoice::Months(month, month));
        periods.extend(months);
    }
    // A period that only a link can say stays on offer while it is chosen.
    let chosen = filters.get().period;
    if !periods.contains(&chosen) {
        periods.insert(0, chosen);
    }
    let options = periods.into_iter().map(|period| {
        let is_chosen = move || filters.get().period == period;
        view! { <option value=period.to_string() prop:selected=is_chosen>{period_name(period, lang)}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        if let Some(period) = PeriodChoice::parse(&event_target_value(&event)) {
            navigation.step(|place| place.filters.period = period);
        }
    };
    view! {
        <label>
            <span class="visually-hidden">{t::period(lang)}</span>
            <select on:change=choose>{options.collect_view()}</select>
        </label>
    }
}

fn period_name(period: PeriodChoice, lang: Lang) -> String {
    match period {
        PeriodChoice::Latest(1) => t::latest_month(lang).to_owned(),
        PeriodChoice::Latest(count) => t::latest_months(lang, &count.to_string()),
        PeriodChoice::All => t::all_time(lang).to_owned(),
        PeriodChoice::Months(first, last) if first == last => month_text(first, lang),
        PeriodChoice::Months(first, last) => {
            t::between(lang, &month_text(first, lang), &month_text(last, lang))
        }
        PeriodChoice::Days(first, last) => t::between(lang, &first.to_string(), &last.to_string()),
    }
}

fn dimension_select(choice: &Choice, filters: Memo<Filters>, lang: Lang) -> impl IntoView + use<> {
    let navigation = Navigation::here();
    let dimension: Dimension = choice.dimension;
    let chosen = filters.get().value(dimension).map(str::to_owned);
    let mut values = choice.values.clone();
    if let Some(unknown) = chosen.filter(|value| values.iter().all(|known| known.id != *value)) {
        values.push(crate::core::scene::Named { name: unknown.clone(), id: unknown });
    }
    let options = values.into_iter().map(|value| {
        let id = value.id.clone();
        let is_chosen = move || filters.get().value(dimension) == Some(id.as_str());
        view! { <option value=value.id prop:selected=is_chosen>{value.name}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        let value = Some(event_target_value(&event)).filter(|value| !value.is_empty());
        navigation.step(|place| place.filters = place.filters.with(dimension, value));
    };
    let name = names::dimension(dimension, lang);
    // Where the sides of a comparison are values of it, it filters nothing.
    let is_side = move || match navigation.page() {
        Page::Compare(state) => state.sides.by() == dimension.id(),
        _ => false,
    };
    view! {
        <label>
            <span class="visually-hidden">{name}</span>
            <select disabled=is_side on:change=choose>
                <option value="" prop:selected=move || filters.get().value(dimension).is_none()>
                    {t::all_of(lang, name)}
                </option>
                {options.collect_view()}
            </select>
        </label>
    }
}
