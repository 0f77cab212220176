//! The request that would be sent, and what became of one that was.

use crate::core::model::Lang;
use crate::locales::{faults, writing as t};
use crate::protocol::{RequestScene, Written};
use crate::state::{Asked, Writer};
use leptos::prelude::*;

/// The request as it would be sent, or why none can be.
pub(super) fn request(shown: ReadSignal<Asked<Written>>, lang: Lang) -> impl IntoView {
    move || {
        shown.with(|shown| match shown {
            Asked::Scene(Written::Shown(request)) => Some(sent(request, lang).into_any()),
            Asked::Scene(other) => words(other, lang).map(|view| view.into_any()),
            Asked::Waiting | Asked::Missing => None,
        })
    }
}

fn sent(request: &RequestScene, lang: Lang) -> impl IntoView + use<> {
    let headers = request.headers.iter().map(|(name, value)| format!("{name}: {value}"));
    let head = [format!("{} {}", request.method, request.url)].into_iter().chain(headers);
    let text = format!("{}\n\n{}", head.collect::<Vec<_>>().join("\n"), request.body);
    view! {
        <h3>{t::request(lang)}</h3>
        <pre class="request-text" tabindex="0" role="region" aria-label=t::request(lang)>{text}</pre>
        <p class="note">{t::no_secret(lang)}</p>
    }
}

/// What became of the record.
pub(super) fn outcome(writer: Writer, lang: Lang) -> impl IntoView {
    let said = move || match writer.is_under_way() {
        true => Some(view! { <p>{t::sending(lang)}</p> }.into_any()),
        false => writer.answer().with(|answer| words(answer.scene()?, lang)),
    };
    view! { <div class="outcome" role="status">{said}</div> }
}

fn words(written: &Written, lang: Lang) -> Option<AnyView> {
    Some(match written {
        Written::Taken(taken) => {
            let words = t::taken_words(taken, lang).into_iter();
            let words = words.map(|text| view! { <p>{text}</p> }).collect_view();
            view! { <div class="notice good">{words}</div> }.into_any()
        }
        Written::Off => notice(t::wrong(lang), t::off(lang).to_owned()),
        Written::Wrong(error) => notice(t::wrong(lang), faults::at_fault(error, lang)),
        Written::Unwritable(why) => notice(t::wrong(lang), t::unwritable(why, lang)),
        Written::Refused(refusal) => notice(t::refused(lang), t::refusal(refusal, lang)),
        Written::Unread(why) => notice(t::unread(lang), faults::failure(why, lang)),
        Written::Failed(why) => notice(faults::failure(why, lang), t::no_answer(lang).to_owned()),
        Written::Conflict { .. } => notice(t::refused(lang), t::conflict(lang).to_owned()),
        Written::Subjects(_) | Written::Opened(_) | Written::Shown(_) => return None,
    })
}

fn notice(title: impl Into<String>, what: String) -> AnyView {
    view! { <div class="notice bad"><p><strong>{title.into()}</strong></p><p>{what}</p></div> }
        .into_any()
}
