//! A touchpoint put back into its row.

use super::WriteError;
use super::level::{put_in_place, rows_in};
use super::place_value::{put, put_text, put_texts};
use crate::core::connection::{Field, RiskFields, StandardFields, TouchpointFields};
use crate::core::model::{LocalText, Risk, Standard, Touchpoint};
use serde_json::Value;

type Done = Result<(), WriteError>;

/// Puts what was changed of a touchpoint where reading finds it.
pub(super) fn put_touchpoint(
    row: &mut Value,
    fields: &TouchpointFields,
    before: &Touchpoint,
    after: &Touchpoint,
) -> Done {
    if before.id != after.id {
        put(row, fields.id(), Some(after.id.as_str().into()))?;
    }
    for ((field, before), (_, after)) in texts(fields, before).into_iter().zip(texts(fields, after))
    {
        if before != after {
            put_text(row, field, after)?;
        }
    }
    let lists = |of: &Touchpoint| [of.pains.clone(), of.opportunities.clone(), hearts(of)];
    let places = [fields.pains(), fields.opportunities(), fields.hearts()];
    for ((field, before), after) in places.into_iter().zip(lists(before)).zip(lists(after)) {
        if before != after {
            put_texts(row, field, &after)?;
        }
    }
    for ((field, before), (_, after)) in
        values(fields, before).into_iter().zip(values(fields, after))
    {
        if before != after {
            put(row, field, after)?;
        }
    }
    put_inner(row, fields, before, after)
}

fn put_inner(
    row: &mut Value,
    fields: &TouchpointFields,
    before: &Touchpoint,
    after: &Touchpoint,
) -> Done {
    if before.standards != after.standards {
        let level = &fields.standards;
        let rows = rows_in(row, level, "standards")?;
        put_in_place(rows, &before.standards, &after.standards, |row, before, after| {
            put_standard(row, &level.fields, before, after)
        })?;
    }
    if before.risks != after.risks {
        let level = &fields.risks;
        let rows = rows_in(row, level, "risks")?;
        put_in_place(rows, &before.risks, &after.risks, |row, before, after| {
            put_risk(row, &level.fields, before, after)
        })?;
    }
    Ok(())
}

fn texts<'a>(fields: &'a TouchpointFields, of: &'a Touchpoint) -> [(&'a Field, &'a LocalText); 12] {
    [
        (fields.name(), &of.name),
        (fields.channel(), &of.channel),
        (fields.action(), &of.action),
        (fields.thought(), &of.thought),
        (fields.backstage(), &of.backstage),
        (fields.support(), &of.support),
        (fields.responsible(), &of.owner.responsible),
        (fields.accountable(), &of.owner.accountable),
        (fields.consulted(), &of.owner.consulted),
        (fields.informed(), &of.owner.informed),
        (fields.as_is(), &of.as_is),
        (fields.to_be(), &of.to_be),
    ]
}

fn hearts(of: &Touchpoint) -> Vec<LocalText> {
    of.hearts.iter().map(|heart| LocalText::plain(heart.id())).collect()
}

fn values<'a>(fields: &'a TouchpointFields, of: &Touchpoint) -> [(&'a Field, Option<Value>); 6] {
    let number = |number: Option<f64>| number.map(Value::from);
    let sub_journey = of.sub_journey.as_ref().map(|journey| Value::from(journey.as_str()));
    [
        (fields.moment_of_truth(), Some(of.moment_of_truth.into())),
        (fields.assumed_emotion(), number(of.assumed_emotion)),
        (fields.importance(), number(of.importance)),
        (fields.nps_benchmark(), number(of.nps_benchmark)),
        (fields.evidence(), serde_json::to_value(of.evidence).ok()),
        (fields.sub_journey(), sub_journey),
    ]
}

fn put_standard(
    row: &mut Value,
    fields: &StandardFields,
    before: &Standard,
    after: &Standard,
) -> Done {
    for (field, before, after) in [
        (fields.scene(), &before.scene, &after.scene),
        (fields.behaviour(), &before.behaviour, &after.behaviour),
        (fields.effect(), &before.effect, &after.effect),
    ] {
        if before != after {
            put_text(row, field, after)?;
        }
    }
    Ok(())
}

fn put_risk(row: &mut Value, fields: &RiskFields, before: &Risk, after: &Risk) -> Done {
    for (field, before, after) in [
        (fields.name(), &before.name, &after.name),
        (fields.action(), &before.action, &after.action),
    ] {
        if before != after {
            put_text(row, field, after)?;
        }
    }
    for (field, before, after) in [
        (fields.severity(), before.severity, after.severity),
        (fields.occurrence(), before.occurrence, after.occurrence),
        (fields.detection(), before.detection, after.detection),
    ] {
        if before != after {
            put(row, field, after.map(Value::from))?;
        }
    }
    Ok(())
}
