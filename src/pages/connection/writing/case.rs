//! A try at a case.

use super::outcome::{outcome, request};
use super::response::touchpoint;
use crate::core::calendar::{Day, Timestamp};
use crate::core::model::{Case, Lang, LocalText, Severity, TouchpointId};
use crate::locales::writing as t;
use crate::protocol::{Act, Record};
use crate::state::{Draft, Writer};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// What was filled in.
#[derive(Clone, Copy, Default)]
struct Form {
    touchpoint: RwSignal<String>,
    severity: RwSignal<Severity>,
    owner: RwSignal<String>,
    due: RwSignal<String>,
    cause: RwSignal<String>,
    action: RwSignal<String>,
}

impl Form {
    /// The case, once it says where it is.
    fn case(self, opened_at: Timestamp) -> Option<Case> {
        let touchpoint = self.touchpoint.get();
        let text = |text: RwSignal<String>| LocalText::plain(text.get().trim());
        (!touchpoint.trim().is_empty()).then(|| Case {
            opened_at,
            touchpoint: TouchpointId::new(touchpoint.trim()),
            severity: self.severity.get(),
            owner: text(self.owner),
            due: Day::parse(&self.due.get()).map(end_of),
            cause: text(self.cause),
            action: text(self.action),
            ..Case::default()
        })
    }
}

/// The last second of a day, in universal time.
fn end_of(day: Day) -> Timestamp {
    Timestamp(i64::from(day.0) * DAY + DAY - 1000)
}

pub(super) fn case(lang: Lang) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let (asking, writer, form) = (Writer::begin(draft), Writer::begin(draft), Form::default());
    asking.order(Act::List);
    let record = move || Some(Record::Case(form.case(writer.begun_at())?, writer.key()));
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
                {touchpoint(form.touchpoint, asking, "try-case", lang)}
                <label>{t::severity(lang)}{severity(form.severity, lang)}</label>
                {text(t::owner(lang), "text", form.owner)}
                {text(t::due(lang), "date", form.due)}
                {text(t::cause(lang), "text", form.cause)}
                {text(t::action(lang), "text", form.action)}
            </div>
            {request(shown, lang)}
            <button type="submit" class="primary">{t::send(lang)}</button>
            {outcome(writer, lang)}
        </form>
    }
}

fn text(label: &'static str, kind: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <label>
            {label}
            <input type=kind autocomplete="off" prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))/>
        </label>
    }
}

fn severity(chosen: RwSignal<Severity>, lang: Lang) -> impl IntoView {
    let options = Severity::ALL.map(|severity| {
        let is_chosen = move || chosen.get() == severity;
        view! { <option value=severity.id() selected=is_chosen>{t::severity_name(severity, lang)}</option> }
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(severity) = Severity::ALL.into_iter().find(|one| one.id() == id) {
            chosen.set(severity);
        }
    };
    view! { <select on:change=choose>{options.into_iter().collect_view()}</select> }
}
