//! Feeds: how each is asked for, and where its rows and fields are.

use super::values::{any, by_name, either, list, object, path, text, whole, word};
use super::{Definitions, Described, Members};
use crate::core::connection::{
    Csv, Feed, Feeds, Field, Headers, IndicatorFields, Inside, JourneyFields, Level, Lookup,
    Paging, Parameters, ResponseFields, Since, TallyFields, TextForm,
};
use serde_json::{Value, json};

impl Described for Feeds {
    fn schema(known: &mut Definitions) -> Value {
        let responses = members::<ResponseFields>(known, "Single responses");
        let responses = with_rows(responses.may("since", Since::schema(known)));
        let tally = known.of::<Feed<TallyFields>>("tally");
        Members::new("What the API gives; every feed may be left out")
            .may("journeys", known.of::<Feed<JourneyFields>>("journeys"))
            .may("responses", responses)
            .may("tally", tally.clone())
            .may("summary", list(tally, "Sums of the very responses, shown until those are read"))
            .may("indicators", known.of::<Feed<IndicatorFields>>("indicators"))
            .end()
    }
}

impl<F: Described + Default> Described for Feed<F> {
    fn schema(known: &mut Definitions) -> Value {
        with_rows(members::<F>(known, ""))
    }
}

fn members<F: Described>(known: &mut Definitions, about: &str) -> Members {
    let lookups = by_name(known.of::<Lookup>("lookup"), "Lists that say what values stand for");
    let fields = F::schema(known);
    asked(known, about).may("fields", fields).may("lookups", lookups)
}

/// The words for how rows are written, those first of which rows are found by a path.
fn formats() -> Vec<&'static str> {
    ["json", "columns", "json_lines"].into_iter().chain(Csv::ALL.map(Csv::id)).collect()
}

/// Lines are rows themselves: everywhere else it must be said where rows are.
fn with_rows(members: Members) -> Value {
    let mut schema = members.end();
    let lines = &formats()[2..];
    schema["if"] = json!({"properties": {"format": {"enum": lines}}, "required": ["format"]});
    schema["then"] = json!({"not": {"anyOf": [
        {"required": ["rows"]}, {"required": ["names"]}, {"required": ["inside"]},
    ]}});
    schema["else"] = json!({"required": ["rows"]});
    schema
}

/// What every request that reads rows says.
fn asked(known: &mut Definitions, about: &str) -> Members {
    Members::new(about)
        .must("path", text("Below the base URL; it may have a query of its own"))
        .may("method", word(&["GET", "POST"], "POST where there is a body"))
        .may("query", known.of::<Parameters>("parameters"))
        .may("headers", known.of::<Headers>("headers"))
        .may("body", any("What is sent, as JSON"))
        .may("paging", known.of::<Paging>("paging"))
        .may("format", word(&formats(), "How rows are written"))
        .may("rows", path("Where the rows are; all lines where they are JSON lines or CSV"))
        .may("names", path("Where the names are of rows that are arrays"))
        .may("inside", known.of::<Inside>("inside"))
}

impl Described for Lookup {
    fn schema(known: &mut Definitions) -> Value {
        let field = known.of::<Field>("field");
        let asked = asked(known, "A list that is asked for before the feed");
        with_rows(asked.must("key", field.clone()).must("value", field))
    }
}

impl Described for Inside {
    fn schema(_: &mut Definitions) -> Value {
        let form = word(&TextForm::ALL.map(TextForm::id), "How it is written in the text");
        let both = Members::new("").must("path", path("Where the text is")).may("form", form).end();
        either(&[path("Where the text is"), both], "A text that holds JSON")
    }
}

impl Described for Field {
    fn schema(known: &mut Definitions) -> Value {
        let found = Members::new("")
            .must("path", path("Within the row"))
            .may("inside", known.of::<Inside>("inside"))
            .may("lookup", text("The lookup that says what the value stands for"))
            .may("languages", by_name(path(""), "A path a language, by language tag"))
            .may("map", object("What a value stands for, by its text"))
            .may("split", text("What separates the items of a list that is one text"))
            .may("date", word(&["auto", "epoch_seconds", "epoch_millis"], "How a date is written"));
        let constant = Members::new("").must("value", any("The same in every row")).end();
        either(&[path("Within the row"), found.end(), constant], "Where a field is found")
    }
}

impl Described for Since {
    fn schema(_: &mut Definitions) -> Value {
        let forms = ["iso", "epoch_seconds", "epoch_millis", "date"];
        Members::new("How a refresh asks for what is new alone")
            .must("query", text("The parameter that means: submitted then or later"))
            .may("form", word(&forms, "How the instant is written"))
            .may("overlap_seconds", whole("How far before the newest response it is asked again"))
            .end()
    }
}

/// The fields of a record: single ones, records inside it, lists by question.
pub(in crate::core::connection) fn schema_of_record(
    known: &mut Definitions,
    fields: &[&str],
    levels: Vec<(&str, Value)>,
    lists: &[&str],
) -> Value {
    let field = known.of::<Field>("field");
    let single = fields.iter().fold(Members::new(""), |all, name| all.may(name, field.clone()));
    let nested = levels.into_iter().fold(single, |all, (name, level)| all.may(name, level));
    let by_question = || by_name(field.clone(), "By the question's id");
    lists.iter().fold(nested, |all, name| all.may(name, by_question())).end()
}

impl<F: Described + Default> Described for Level<F> {
    fn schema(known: &mut Definitions) -> Value {
        let rows = path("Where the inner rows are; `$` for the row itself");
        Members::new("").may("rows", rows).may("fields", F::schema(known)).end()
    }
}
