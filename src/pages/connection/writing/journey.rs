//! A try at a journey: its name, or the name and the assumed emotion of a touchpoint.

use super::conflict::{Conflict, dialog};
use super::outcome::{outcome, request};
use super::response::with_subjects;
use crate::core::model::{Journey, JourneyId, Lang, Touchpoint};
use crate::locales::{faults, writing as t};
use crate::protocol::{Act, JourneyChange, OpenedJourney, Record, Written};
use crate::state::{Asked, Draft, Writer};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The emotions that can be assumed.
const EMOTIONS: [i8; 5] = [-2, -1, 0, 1, 2];

/// A journey that is being changed.
#[derive(Clone, Copy)]
pub(super) struct Change {
    listing: Writer,
    opening: Writer,
    writer: Writer,
    opened: RwSignal<Option<OpenedJourney>>,
    mine: RwSignal<Option<Journey>>,
    touchpoint: RwSignal<String>,
    pub(super) conflict: RwSignal<Option<Conflict>>,
}

impl Change {
    fn begin(draft: Draft) -> Self {
        let change = Self {
            listing: Writer::begin(draft),
            opening: Writer::begin(draft),
            writer: Writer::begin(draft),
            opened: RwSignal::new(None),
            mine: RwSignal::new(None),
            touchpoint: RwSignal::new(String::new()),
            conflict: RwSignal::new(None),
        };
        change.listing.order(Act::List);
        Effect::new(move |_| change.opening.answer().with(|answer| change.hear_opened(answer)));
        Effect::new(move |_| change.writer.answer().with(|answer| change.hear_sent(answer)));
        change
    }

    fn open(self, id: &str) {
        self.opened.set(None);
        self.mine.set(None);
        if !id.is_empty() {
            self.opening.order(Act::Open(JourneyId::new(id)));
        }
    }

    fn hear_opened(self, answer: &Asked<Written>) {
        if let Asked::Scene(Written::Opened(opened)) = answer {
            self.mine.set(Some(opened.journey.clone()));
            self.opened.set(Some((**opened).clone()));
        }
    }

    fn hear_sent(self, answer: &Asked<Written>) {
        match answer {
            Asked::Scene(Written::Conflict { row, revision, contests }) => {
                self.conflict.set(Some(Conflict::new(row, revision, contests)));
            }
            // The next change begins with what is there now.
            Asked::Scene(Written::Taken(_)) => {
                let id = self.mine.with_untracked(|mine| mine.as_ref().map(|mine| mine.id.clone()));
                if let Some(id) = id {
                    self.opening.order(Act::Open(id));
                }
            }
            _ => {}
        }
    }

    /// The record to be written: of the row that was read, or of the one that others have written meanwhile.
    fn record(self, conflict: Option<&Conflict>) -> Option<Record> {
        let (opened, mine) = (self.opened.get()?, self.mine.get()?);
        let change = JourneyChange {
            base: opened.row.clone(),
            row: conflict.map_or(opened.row, |conflict| conflict.row.clone()),
            revision: conflict.map_or(opened.revision, |conflict| conflict.revision.clone()),
            mine,
            choices: conflict.map(Conflict::choices).unwrap_or_default(),
        };
        Some(Record::Journey(Box::new(change), self.writer.key()))
    }

    /// Sends it; after a conflict with what was chosen.
    pub(super) fn send(self, conflict: Option<&Conflict>) {
        if let Some(record) = untrack(|| self.record(conflict)) {
            self.writer.send(record);
        }
    }

    /// The journey as it is to be.
    pub(super) fn mine(self) -> Option<Journey> {
        self.mine.get()
    }

    fn change(self, change: impl FnOnce(&mut Journey)) {
        self.mine.update(|mine| {
            if let Some(mine) = mine {
                change(mine);
            }
        });
    }

    fn change_touchpoint(self, change: impl FnOnce(&mut Touchpoint)) {
        let id = self.touchpoint.get_untracked();
        self.change(|mine| {
            let all = mine.stages.iter_mut().flat_map(|stage| &mut stage.touchpoints);
            let mut found = all.filter(|touchpoint| touchpoint.id.as_str() == id);
            if let Some(touchpoint) = found.next() {
                change(touchpoint);
            }
        });
    }

    fn chosen(self) -> Option<Touchpoint> {
        let id = self.touchpoint.get();
        self.mine
            .with(|mine| mine.as_ref()?.touchpoints().find(|one| one.id.as_str() == id).cloned())
    }
}

pub(super) fn journey(lang: Lang) -> impl IntoView {
    let change = Change::begin(expect_context::<Draft>());
    let shown = change.writer.shown(move || change.record(None));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        change.send(None);
    };
    let is_open = Memo::new(move |_| change.opened.with(Option::is_some));
    let lacks = move || {
        let lacks =
            change.opened.with(|opened| opened.as_ref().is_some_and(|one| one.lacks_revision));
        lacks.then(|| view! { <p class="notice">{t::lacks_revision(lang)}</p> })
    };
    let fields = move || is_open.get().then(|| fields(change, lang));
    let press = move || {
        is_open
            .get()
            .then(|| view! { <button type="submit" class="primary">{t::send(lang)}</button> })
    };
    view! {
        <form class="trial" on:submit=send on:input=move |_| change.writer.forget()>
            <div class="fields"><label>{t::journey(lang)}{choice(change, lang)}</label>{fields}</div>
            {move || none(change, lang)}
            {lacks}
            {outcome(change.opening, lang)}
            {request(shown, lang)}
            {press}
            {outcome(change.writer, lang)}
        </form>
        {dialog(change, lang)}
    }
}

fn none(change: Change, lang: Lang) -> Option<impl IntoView> {
    let (is_none, why) = with_subjects(change.listing, |subjects| {
        (subjects.journeys.is_empty(), subjects.why.clone())
    })?;
    let why = why.map(|why| faults::failure(&why, lang));
    is_none.then(|| view! { <p class="note">{t::no_journeys(lang)} " " {why}</p> })
}

fn choice(change: Change, lang: Lang) -> impl IntoView {
    let options = move || {
        with_subjects(change.listing, |subjects| {
            let one = |(id, name): (String, String)| view! { <option value=id>{name}</option> };
            let named = subjects.journeys.iter();
            let named = named.map(|one| (one.id.to_string(), one.name.get(lang).to_owned()));
            named.map(one).collect_view()
        })
    };
    view! {
        <select on:change=move |event| change.open(&event_target_value(&event))>
            <option value="">{t::choose(lang)}</option>
            {options}
        </select>
    }
}

fn fields(change: Change, lang: Lang) -> impl IntoView {
    let name =
        move || change.mine.with(|mine| mine.as_ref().map(|mine| mine.name.get(lang).to_owned()));
    let rename = move |event| {
        let name = event_target_value(&event);
        change.change(|mine| mine.name = mine.name.saying(lang, name.trim()));
    };
    view! {
        <label>{t::journey_name(lang)}
            <input type="text" autocomplete="off" prop:value=move || name().unwrap_or_default() on:input=rename/>
        </label>
        <label>{t::touchpoint(lang)}{touchpoint_choice(change, lang)}</label>
        {move || change.chosen().is_some().then(|| touchpoint(change, lang))}
    }
}

fn touchpoint_choice(change: Change, lang: Lang) -> impl IntoView {
    let known = Memo::new(move |_| {
        let named = |one: &Touchpoint| (one.id.to_string(), one.name.get(lang).to_owned());
        change.opened.with(|opened| {
            opened
                .as_ref()
                .map(|opened| opened.journey.touchpoints().map(named).collect::<Vec<_>>())
        })
    });
    let options = move || {
        let all = known.get().unwrap_or_default().into_iter();
        all.map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()
    };
    view! {
        <select prop:value=move || change.touchpoint.get()
            on:change=move |event| change.touchpoint.set(event_target_value(&event))>
            <option value="">{t::choose(lang)}</option>
            {options}
        </select>
    }
}

fn touchpoint(change: Change, lang: Lang) -> impl IntoView {
    let name = move || change.chosen().map(|one| one.name.get(lang).to_owned()).unwrap_or_default();
    let rename = move |event| {
        let name = event_target_value(&event);
        change.change_touchpoint(|one| one.name = one.name.saying(lang, name.trim()));
    };
    let emotion = move || change.chosen().and_then(|one| one.assumed_emotion);
    let feel = move |event| {
        let emotion = event_target_value(&event).parse().ok();
        change.change_touchpoint(|one| one.assumed_emotion = emotion);
    };
    let options = EMOTIONS.map(|value| {
        let is_chosen = move || emotion() == Some(f64::from(value));
        view! { <option value=value.to_string() selected=is_chosen>{value.to_string()}</option> }
    });
    view! {
        <label>{t::touchpoint_name(lang)}
            <input type="text" autocomplete="off" prop:value=name on:input=rename/>
        </label>
        <label>{t::emotion(lang)}
            <select on:change=feel>
                <option value="" selected=move || emotion().is_none()>{t::no_emotion(lang)}</option>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
}
