//! A choice of three for each field that somebody else has changed too.

use super::journey::Change;
use crate::core::model::{Journey, Lang};
use crate::core::preview::FieldName;
use crate::core::writing::{Choice, Contest, MergeStep};
use crate::locales::{fields, writing as t};
use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

/// What others have written meanwhile, and what is chosen of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Conflict {
    pub(super) row: String,
    pub(super) revision: Option<String>,
    contests: Vec<Contest>,
    chosen: Vec<Option<Choice>>,
}

impl Conflict {
    pub(super) fn new(row: &str, revision: &Option<String>, contests: &[Contest]) -> Self {
        let chosen = vec![None; contests.len()];
        Self {
            row: row.to_owned(),
            revision: revision.clone(),
            contests: contests.to_vec(),
            chosen,
        }
    }

    /// Whose change holds, for each field that is chosen.
    pub(super) fn choices(&self) -> Vec<(Vec<MergeStep>, Choice)> {
        let all = self.contests.iter().zip(&self.chosen);
        all.filter_map(|(contest, choice)| Some((contest.path.clone(), (*choice)?))).collect()
    }

    fn is_settled(&self) -> bool {
        self.chosen.iter().all(Option::is_some)
    }
}

/// It opens with a conflict, and closes with a choice or without one.
pub(super) fn dialog(change: Change, lang: Lang) -> impl IntoView {
    let root = NodeRef::<Dialog>::new();
    let contests = Memo::new(move |_| {
        change.conflict.with(|conflict| conflict.as_ref().map(|one| one.contests.clone()))
    });
    Effect::new(move |_| {
        let is_there = contests.with(Option::is_some);
        if let Some(root) = root.get().filter(|root| root.open() != is_there) {
            if is_there {
                // It is in the page and not open, so that nothing keeps it from opening.
                let _ = root.show_modal();
            } else {
                root.close();
            }
        }
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(conflict) = change.conflict.get_untracked().filter(Conflict::is_settled) else {
            return;
        };
        change.conflict.set(None);
        change.send(Some(&conflict));
    };
    let fields = move || {
        let contests = contests.get().unwrap_or_default().into_iter().enumerate();
        contests.map(|(place, contest)| field(change, place, &contest, lang)).collect_view()
    };
    let close = move || change.conflict.set(None);
    let is_settled =
        move || change.conflict.with(|one| one.as_ref().is_some_and(Conflict::is_settled));
    view! {
        <dialog class="conflict" node_ref=root aria-labelledby="conflict-title" on:close=move |_| close()>
            <form on:submit=send>
                <h2 id="conflict-title">{t::conflict(lang)}</h2>
                <p>{t::conflict_hint(lang)}</p>
                {fields}
                <div class="actions">
                    <button type="submit" class="primary" disabled=move || !is_settled()>{t::send_merged(lang)}</button>
                    <button type="button" on:click=move |_| close()>{t::cancel(lang)}</button>
                </div>
            </form>
        </dialog>
    }
}

fn field(change: Change, place: usize, contest: &Contest, lang: Lang) -> impl IntoView + use<> {
    let mine = untrack(|| change.mine()).unwrap_or_default();
    let name = path_words(&contest.path, &mine, lang);
    let was = contest.base.clone().map(|text| view! { <p class="note">{t::was(lang, &text)}</p> });
    let both =
        contest.can_be_both.then(|| option(change, place, Choice::Both, t::both(lang), None));
    let of =
        |text: &Option<String>| Some(text.clone().unwrap_or_else(|| t::nothing(lang).to_owned()));
    view! {
        <fieldset>
            <legend>{name}</legend>
            {was}
            {option(change, place, Choice::Mine, t::mine(lang), of(&contest.mine))}
            {option(change, place, Choice::Theirs, t::theirs(lang), of(&contest.theirs))}
            {both}
        </fieldset>
    }
}

fn option(
    change: Change,
    place: usize,
    choice: Choice,
    name: &'static str,
    value: Option<String>,
) -> impl IntoView {
    let choose = move |_| {
        change.conflict.update(|conflict| {
            if let Some(chosen) = conflict.as_mut().and_then(|one| one.chosen.get_mut(place)) {
                *chosen = Some(choice);
            }
        });
    };
    let value = value.map(|value| view! { ": " <span class="value">{value}</span> });
    view! {
        <label class="check">
            <input type="radio" name=format!("contest-{place}") on:change=choose/>
            <span>{name}{value}</span>
        </label>
    }
}

/// A field as a reader knows it: what it belongs to by name, the field itself, and the language of a text.
fn path_words(path: &[MergeStep], journey: &Journey, lang: Lang) -> String {
    let last = path.len().saturating_sub(1);
    let word = |(place, step): (usize, &MergeStep)| match step {
        MergeStep::Record(id) => Some(record_name(id, journey, lang)),
        // The list that a record is in is no news.
        MergeStep::Member(name) if place < last && FieldName::is_level(name) => None,
        MergeStep::Member(name) => Some(fields::name(&FieldName::of(&[name]), lang)),
    };
    path.iter().enumerate().filter_map(word).collect::<Vec<_>>().join(" · ")
}

fn record_name(id: &str, journey: &Journey, lang: Lang) -> String {
    let stages = journey.stages.iter().map(|stage| (stage.id.as_str(), &stage.name));
    let touchpoints = journey.touchpoints().map(|one| (one.id.as_str(), &one.name));
    let personas = journey.personas.iter().map(|persona| (persona.id.as_str(), &persona.name));
    let mut all = touchpoints.chain(stages).chain(personas);
    all.find(|(known, _)| *known == id).map_or(id, |(_, name)| name.get(lang)).to_owned()
}
