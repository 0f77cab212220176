//! Where the rows of an answer may be.

use super::candidate::{Candidate, candidates};
use super::judgement::Judgement;
use super::packed::{Packed, packed};
use crate::core::connection::Csv;
use crate::core::order::sort_by;
use crate::core::preview::{Form, Outline, RowsPlace, Sample, Sureness};
use serde::{Deserialize, Serialize};

/// So many places are suggested at most.
const MOST: usize = 8;

/// What speaks for a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsSign {
    /// Each line is a row of its own.
    OneALine,
    /// The rows have the same members: so many percent of them.
    Alike(u8),
    /// Each has about so many texts, numbers and truth values.
    Values(usize),
    /// The member of this name holds dates.
    Dates(String),
    /// The member of this name tells the rows apart.
    Ids(String),
    /// It is called as lists of rows often are.
    Name(String),
}

/// A place where rows may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsSuggestion {
    /// The place.
    pub place: RowsPlace,
    /// Rows found there, as far as the answer was fetched.
    pub rows: usize,
    /// How sure it is.
    pub sureness: Sureness,
    /// What speaks for it.
    pub signs: Vec<RowsSign>,
}

/// Where the rows of an answer may be, best first: lists of objects that are alike, with values of their own, dates
/// and ids. Objects keyed by id are such lists, and lists inside of the rows of others. Of CSV each line after the
/// first is a row. None where the answer is neither.
///
/// # Example
/// ```
/// use heartline::core::preview::{RowsPlace, Sample, rows_suggestions};
///
/// let body = br#"{"next": null, "data": [{"id": 1, "at": "2026-10-31", "score": 9}, {"id": 2, "at": "2026-1"#;
/// let suggestions = rows_suggestions(Sample::cut_off(body));
/// assert_eq!(suggestions[0].place, RowsPlace::At("$.data[*]".to_owned()));
/// ```
pub fn rows_suggestions(sample: Sample) -> Vec<RowsSuggestion> {
    let outline = Outline::of(sample);
    match outline.form {
        Form::JsonLines(rows) => vec![of_lines(RowsPlace::Lines, rows)],
        Form::Csv(rows) => vec![of_lines(RowsPlace::Csv(Csv::Found), rows)],
        Form::Json => of_value(sample),
        Form::Empty | Form::NotJson(_) | Form::NotUtf8 => Vec::new(),
    }
}

fn of_lines(place: RowsPlace, rows: usize) -> RowsSuggestion {
    RowsSuggestion { place, rows, sureness: Sureness::Strong, signs: vec![RowsSign::OneALine] }
}

fn of_value(sample: Sample) -> Vec<RowsSuggestion> {
    let Some(body) = sample.value() else { return Vec::new() };
    let packed = packed(&body);
    let found = candidates(&body).into_iter().chain(packed.iter().flat_map(Packed::candidates));
    let mut judged: Vec<(Judgement, Candidate)> =
        found.map(|candidate| (Judgement::of(&candidate), candidate)).collect();
    sort_by(&mut judged, |a, b| b.0.points.cmp(&a.0.points));
    let best = judged.first().and_then(|(judgement, _)| Sureness::of(judgement.points));
    // The body is a row itself only where nothing in it is a good list of rows.
    judged.retain(|(_, candidate)| !candidate.is_body() || best < Some(Sureness::Fair));
    judged.into_iter().take(MOST).map(suggestion).collect()
}

fn suggestion((judgement, candidate): (Judgement, Candidate)) -> RowsSuggestion {
    RowsSuggestion {
        place: candidate.place,
        rows: candidate.rows.len(),
        // Even a poor place is one: the reader may know better.
        sureness: Sureness::of(judgement.points).unwrap_or(Sureness::Weak),
        signs: judgement.signs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn paths(body: &Value) -> Vec<String> {
        let text = body.to_string();
        let suggestions = rows_suggestions(Sample::whole(text.as_bytes()));
        suggestions.into_iter().map(|suggestion| suggestion.place.to_string()).collect()
    }

    fn rows() -> Value {
        json!([
            {"id": 1, "created": "2026-10-30T08:00:00Z", "score": 9, "note": "kind"},
            {"id": 2, "created": "2026-10-31T08:00:00Z", "score": 4, "note": "slow"},
        ])
    }

    #[test]
    fn rows_are_found_wherever_they_are() {
        assert_eq!(paths(&rows())[0], "$[*]");
        let meta = json!([{"name": "id", "type": "Int"}, {"name": "created", "type": "Date"}]);
        assert_eq!(paths(&json!({"meta": meta, "data": rows()}))[0], "$.data[*]");
        assert_eq!(
            paths(&json!({"data": {"odd list": rows()}, "links": [{"a": 1}]}))[0],
            "$.data['odd list'][*]"
        );
        let keyed = json!({"by_id": {"r1": rows()[0], "r2": rows()[1]}, "ok": true});
        assert_eq!(paths(&keyed)[0], "$.by_id.*");
        assert_eq!(paths(&json!({"r1": rows()[0], "r2": rows()[1]}))[0], "$.*");
        let arrays = json!({"rows": [[1, "2026-10-30", 9], [2, "2026-10-31", 4]], "columns": ["id", "at", "score"]});
        assert_eq!(paths(&arrays)[0], "$.rows[*]");
    }

    #[test]
    fn rows_are_found_in_columns_and_in_texts() {
        let column = |name: &str| {
            Value::from_iter(rows().as_array().into_iter().flatten().map(|row| row[name].clone()))
        };
        let columns =
            json!({"id": column("id"), "created": column("created"), "score": column("score")});
        assert_eq!(paths(&columns)[0], "columns $");
        assert_eq!(paths(&json!({"meta": [], "data": columns}))[0], "columns $.data");
        let inner = json!({"responses": rows()}).to_string();
        assert_eq!(paths(&json!({"id": 1, "result": inner}))[0], "$.result >> $.responses[*]");
        let packed = STANDARD.encode(&inner);
        let best = &paths(&json!({"id": 1, "result": packed, "error": null}))[0];
        assert_eq!(best, "base64 $.result >> $.responses[*]");
    }

    #[test]
    fn lists_inside_of_rows_are_found_one_deeper() {
        let groups = json!({"groups": [{"list": rows()}, {"list": rows()}]});
        assert_eq!(paths(&groups)[0], "$.groups[*].list[*]");
        let mut own = rows();
        own[0]["answers"] = json!([{"q": "a", "v": 1}, {"q": "b", "v": 2}]);
        own[1]["answers"] = json!([{"q": "a", "v": 1}]);
        assert_eq!(paths(&json!({"items": own})), ["$.items[*]", "$.items[*].answers[*]"]);
    }

    #[test]
    fn what_little_there_is_is_still_a_place() {
        assert_eq!(paths(&json!({"data": [], "total": 0})), ["$.data[*]", "$"]);
        assert_eq!(paths(&json!({"id": "stay", "name": "Stay"})), ["$"]);
        assert!(paths(&json!("text")).is_empty());
        assert!(rows_suggestions(Sample::whole(b"<html>")).is_empty());
        let lines = rows_suggestions(Sample::cut_off(b"{\"a\": 1}\n{\"a\": 2}\n{\"a"));
        assert_eq!((&lines[0].place, lines[0].rows), (&RowsPlace::Lines, 3));
        let table = rows_suggestions(Sample::cut_off("门店;评分\na;9\nb;8\nc;".as_bytes()));
        assert_eq!((&table[0].place, table[0].rows), (&RowsPlace::Csv(Csv::Found), 2));
    }

    #[test]
    fn signs_say_why() {
        let text = json!({"items": rows()}).to_string();
        let best = rows_suggestions(Sample::whole(text.as_bytes())).remove(0);
        assert_eq!((best.sureness, best.rows), (Sureness::Strong, 2));
        let (dates, ids) = (RowsSign::Dates("created".into()), RowsSign::Ids("id".into()));
        assert_eq!(
            best.signs,
            [RowsSign::Name("items".into()), RowsSign::Alike(100), RowsSign::Values(4), dates, ids]
        );
    }

    proptest! {
        #[test]
        fn every_place_has_its_rows(count in 1usize..9, cut in 0usize..400) {
            let row = |n: usize| json!({"id": n, "at": "2026-10-31", "tags": [{"k": "a", "v": n}]});
            let text = json!({"data": (0..count).map(row).collect::<Vec<_>>()}).to_string();
            let sample = Sample::cut_off(&text.as_bytes()[..cut.min(text.len())]);
            for suggestion in rows_suggestions(sample) {
                let path = suggestion.place.path().map_err(|error| TestCaseError::fail(error.to_string()))?;
                let found = path.select(&sample.value().unwrap_or_default()).len();
                prop_assert_eq!(found, suggestion.rows, "{:?}", suggestion.place);
            }
        }
    }
}
