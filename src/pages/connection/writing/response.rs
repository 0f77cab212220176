//! A try at a response: a touchpoint, an answer to each question, a comment.

use super::outcome::{outcome, request};
use crate::core::calendar::Timestamp;
use crate::core::model::{Lang, NewResponse, Question, QuestionId, TouchpointId};
use crate::locales::{names, writing as t};
use crate::protocol::{Act, Record, Subjects, Written};
use crate::state::{Asked, Draft, Writer};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What was filled in.
#[derive(Clone, Copy, Default)]
struct Form {
    touchpoint: RwSignal<String>,
    answers: RwSignal<BTreeMap<QuestionId, f64>>,
    comment: RwSignal<String>,
}

impl Form {
    /// The response, once it says what it is about.
    fn response(self, submitted_at: Timestamp) -> Option<NewResponse> {
        let touchpoint = self.touchpoint.get();
        let comment = self.comment.get();
        (!touchpoint.trim().is_empty()).then(|| NewResponse {
            touchpoint: TouchpointId::new(touchpoint.trim()),
            submitted_at,
            answers: self.answers.get().into_iter().collect(),
            comment: (!comment.trim().is_empty()).then_some(comment),
            ..NewResponse::default()
        })
    }
}

pub(super) fn response(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let (asking, writer, form) = (Writer::begin(draft), Writer::begin(draft), Form::default());
    asking.order(Act::List);
    let record = move || Some(Record::Response(form.response(writer.begun_at())?, writer.key()));
    let shown = writer.shown(record);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(record) = untrack(record) {
            writer.send(record);
        }
    };
    view! {
        <form class="trial" on:submit=send on:input=move |_| writer.forget()>
            <div class="fields">
                {touchpoint(form.touchpoint, asking, "try-response", lang)}
                {move || questions(asking, form, lang)}
                <label>
                    {t::comment(lang)}
                    <textarea rows="2" prop:value=move || form.comment.get()
                        on:input=move |event| form.comment.set(event_target_value(&event))></textarea>
                </label>
            </div>
            {request(shown, lang)}
            <button type="submit" class="primary">{t::send(lang)}</button>
            {outcome(writer, lang)}
        </form>
    }
}

/// A touchpoint by its id; those that are known are offered.
pub(super) fn touchpoint(
    chosen: RwSignal<String>,
    asking: Writer,
    id: &'static str,
    lang: Lang,
) -> impl IntoView {
    let known = move || {
        let touchpoints = |subjects: &Subjects| {
            let all = subjects.journeys.iter().flat_map(|journey| &journey.touchpoints);
            let all = all.map(|(id, name)| (id.to_string(), name.get(lang).to_owned()));
            all.map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view()
        };
        with_subjects(asking, touchpoints)
    };
    let list = format!("{id}-touchpoints");
    view! {
        <label>
            {t::touchpoint(lang)}
            <input type="text" required=true autocomplete="off" list=list.clone() prop:value=move || chosen.get()
                on:input=move |event| chosen.set(event_target_value(&event))/>
        </label>
        <datalist id=list>{known}</datalist>
    }
}

/// What can be written about, once it is known.
pub(super) fn with_subjects<T>(asking: Writer, act: impl FnOnce(&Subjects) -> T) -> Option<T> {
    asking.answer().with(|answer| match answer {
        Asked::Scene(Written::Subjects(subjects)) => Some(act(subjects)),
        _ => None,
    })
}

fn questions(asking: Writer, form: Form, lang: Lang) -> Option<impl IntoView> {
    let one = move |question: &Question| answer(question.clone(), form, lang);
    with_subjects(asking, |subjects| subjects.questions.iter().map(one).collect_view())
}

fn answer(question: Question, form: Form, lang: Lang) -> impl IntoView {
    let scale = question.scale();
    let role = names::role(question.role, lang);
    let id = question.id;
    let name = format!("{role} ({id}, {}–{})", scale.min, scale.max);
    let note = move |event| {
        let answer = event_target_value(&event).trim().parse::<f64>().ok();
        form.answers.update(|answers| match answer {
            Some(answer) => drop(answers.insert(id.clone(), answer)),
            None => drop(answers.remove(&id)),
        });
    };
    view! {
        <label>
            {name}
            <input type="number" inputmode="numeric" step="1" min=scale.min.to_string() max=scale.max.to_string() on:input=note/>
        </label>
    }
}
