//! Rows as they came, beside the records that come of them.

use crate::core::model::Lang;
use crate::core::preview::{Preview, PreviewField, PreviewProblem, PreviewRow, Shown};
use crate::locales::{connections as t, faults, fields};
use crate::platform::number_text;
use crate::protocol::SampleScene;
use leptos::prelude::*;

pub(super) fn records(scene: &SampleScene, lang: Lang) -> impl IntoView + use<> {
    let content = match &scene.preview {
        Ok(preview) => made(preview, lang).into_any(),
        Err(error) => {
            view! { <p class="note">{t::not_read(lang)} " " {faults::at_fault(error, lang)}</p> }
                .into_any()
        }
    };
    let unknown = scene.unknown.as_ref().map(|why| {
        view! { <p class="fault">{faults::failure(why, lang)}</p> }
    });
    view! {
        <section class="card records">
            <h2>{t::records(lang)}</h2>
            {unknown}
            {content}
        </section>
    }
}

fn made(preview: &Preview, lang: Lang) -> impl IntoView + use<> {
    let number = |count: u64| number_text(count as f64, 0, lang);
    let counts = t::usable(lang, &number(preview.usable), &number(preview.rows));
    let failure = preview.failure.clone().filter(|_| preview.is_whole);
    let failure = failure.map(|failure| {
        let failure = crate::core::workspace::Failure::from(failure);
        view! { <p class="fault">{faults::failure(&failure, lang)}</p> }
    });
    let problems = preview.problems.iter().map(|one| problem(one, lang)).collect_view();
    let rows = preview.shown.iter().map(|one| row(one, lang)).collect_view();
    view! {
        <p>{counts}</p>
        {failure}
        <ul class="found-wrong">{problems}</ul>
        <div class="table-frame" tabindex="0" role="region" aria-label=t::records(lang)>
            <table class="data">
                <thead><tr>
                    <th scope="col">{t::row(lang)}</th>
                    <th scope="col">{t::as_it_came(lang)}</th>
                    <th scope="col">{t::record(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn problem(problem: &PreviewProblem, lang: Lang) -> impl IntoView + use<> {
    let (what, hint) = faults::reason(problem.kind, lang);
    let times = t::times(lang, &number_text(problem.count as f64, 0, lang));
    let field = problem.field.clone();
    view! { <li><code>{field}</code> " " {what} " · " {times} " · " {hint}</li> }
}

fn row(row: &PreviewRow, lang: Lang) -> impl IntoView + use<> {
    let fields = row.fields.iter().filter(|one| one.found.is_some() || one.value.is_some());
    let fields = fields.map(|one| field(one, lang)).collect_view();
    let reasons = row.reasons.iter().map(|reason| {
        let (what, _) = faults::reason(reason.kind, lang);
        view! { <p class="fault"><code>{reason.field.clone()}</code> " " {what} " " {reason.value.clone()}</p> }
    });
    view! {
        <tr class:lost=!row.is_usable>
            <th scope="row">{number_text(row.number as f64, 0, lang)}</th>
            <td><pre>{shown(&row.raw)}</pre></td>
            <td><dl>{fields}</dl>{reasons.collect_view()}</td>
        </tr>
    }
}

fn field(field: &PreviewField, lang: Lang) -> impl IntoView + use<> {
    let value = field.value.as_ref().map_or_else(|| t::nothing(lang).to_owned(), shown);
    view! {
        <dt>{fields::name(&field.field, lang)}</dt>
        <dd>{value}</dd>
    }
}

fn shown(shown: &Shown) -> String {
    format!("{}{}", shown.text, if shown.goes_on { "…" } else { "" })
}
