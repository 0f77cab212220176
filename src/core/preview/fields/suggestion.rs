//! Where the fields of records may be in a row.

use super::column::{Columns, opened};
use super::header::header;
use super::judgement::{Judge, Known};
use super::record::{Record, record_of};
use super::value_words::Meaning;
use super::want::{Want, want};
use crate::core::connection::{DateForm, FeedKind, Settings};
use crate::core::model::{Lang, LocalText};
use crate::core::preview::sample_rows::SomeRows;
use crate::core::preview::{FieldName, RowsPlace, Sample, Sureness};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// So many rows are looked at from the first on, and as many after them.
const ROWS: u64 = 200;
/// Of a list inside of rows so many elements are looked at.
const INNER: usize = 300;

/// What speaks for a path, or against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FieldSign {
    /// What is there goes by this name.
    Name(String),
    /// So many of the values are ids of touchpoints that are known.
    KnownTouchpoints {
        /// Known ones.
        known: usize,
        /// Different values in all.
        of: usize,
    },
    /// So many are ids of questions that are asked.
    KnownQuestions {
        /// Known ones.
        known: usize,
        /// Different values in all.
        of: usize,
    },
    /// The values look like dates of this form.
    Dates(DateForm),
    /// The values look like months, or days.
    Periods,
    /// All are whole numbers from one to the other.
    Whole {
        /// The least.
        from: f64,
        /// The greatest.
        to: f64,
    },
    /// So many of the different texts are words for answers that are known.
    Words {
        /// Known ones.
        known: usize,
        /// Different texts in all.
        of: usize,
    },
    /// So many different texts come again and again.
    FewTexts(usize),
    /// The texts are long.
    LongTexts,
    /// No value is there twice.
    Different,
    /// Each row has a list there.
    Lists,
    /// There is a value in so many percent of the rows only.
    Seldom(u8),
    /// Every row has this, and nothing in the answer does.
    EveryRow,
}

/// A path that may lead to a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldSuggestion {
    /// The JSONPath within the row.
    pub path: String,
    /// How sure it is.
    pub sureness: Sureness,
    /// What speaks for it, or against it.
    pub signs: Vec<FieldSign>,
    /// How dates are written there, where that needs saying.
    pub date: Option<DateForm>,
    /// What the words there stand for, where they are known.
    pub map: Vec<(String, Meaning)>,
}

/// What may lead to one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldSuggestions {
    /// Which field; or which rows inside the rows, as `stages`.
    pub field: FieldName,
    /// True when the paths lead to rows inside the rows.
    pub is_rows: bool,
    /// Best first.
    pub suggestions: Vec<FieldSuggestion>,
}

/// Where each field of a feed's records may be in the rows of a sample, from names and from values. Fields of rows
/// inside of rows are looked for where those rows most likely are. Empty where there are no rows.
///
/// # Example
/// ```
/// use heartline::core::connection::{FeedKind, Settings};
/// use heartline::core::preview::{FieldName, RowsPlace, Sample, field_suggestions};
///
/// let body = br#"[{"created": 1793460600, "answers": [{"q": "recommend", "v": 9}]},
///     {"created": 1793460700, "answers": [{"q": "recommend", "v": 3}]}]"#;
/// let place = RowsPlace::At("$[*]".to_owned());
/// let all = field_suggestions(Sample::whole(body), &place, FeedKind::Responses, &Settings::default(), None);
/// let best = |names: &[&str]| {
///     let field = all.iter().find(|one| one.field == FieldName::of(names))?;
///     field.suggestions.first().map(|suggestion| suggestion.path.as_str())
/// };
/// assert_eq!(best(&["submitted_at"]), Some("$.created"));
/// assert_eq!(best(&["answers", "nps"]), Some("$.answers[?@.q=='recommend'].v"));
/// ```
pub fn field_suggestions(
    sample: Sample,
    rows: &RowsPlace,
    kind: FeedKind,
    settings: &Settings,
    touchpoints: Option<&FxHashSet<String>>,
) -> Vec<FieldSuggestions> {
    let found = rows.path().ok().and_then(|path| SomeRows::of(sample, &path, ROWS).ok());
    let rows: Vec<Value> = found
        .map(|(values, _)| values.rows.into_iter().map(|(_, row)| opened(row)).collect())
        .unwrap_or_default();
    if rows.is_empty() {
        return Vec::new();
    }
    let questions = settings.questions();
    let known = Known {
        touchpoints,
        questions: questions.iter().map(|question| question.id.as_str()).collect(),
    };
    let mut finder = Finder { known, settings, found: Vec::new() };
    let rows: Vec<&Value> = rows.iter().collect();
    let mut columns = Columns::of(&rows);
    if rows.iter().all(|row| row.is_array()) {
        columns.name(&sample.value().and_then(|body| header(&body, &rows)).unwrap_or_default());
    }
    finder.record(&rows, &columns, &FieldName::of(&[]), record_of(kind), false);
    finder.lists(&columns, kind);
    finder.found
}

/// Offers, where nothing in the rows may be a touchpoint, that all are about one that goes by the connection's name: one
/// survey is most often about one touchpoint.
///
/// ```
/// use heartline::core::preview::{FieldName, FieldSuggestions, offer_one_touchpoint};
/// use serde_json::json;
///
/// let field = FieldName::of(&["touchpoint"]);
/// let mut all = [FieldSuggestions { field, is_rows: false, suggestions: Vec::new() }];
/// offer_one_touchpoint(&mut all, &json!({"name": {"en": "Check-out"}}));
/// assert_eq!(all[0].suggestions[0].path, "\"Check-out\"");
/// ```
pub fn offer_one_touchpoint(found: &mut [FieldSuggestions], document: &Value) {
    let touchpoint = FieldName::of(&["touchpoint"]);
    let name = document.get("name").and_then(|name| LocalText::deserialize(name).ok());
    let name = name.map(|name| name.get(Lang::default()).to_owned()).unwrap_or_default();
    let open = found.iter_mut().find(|one| one.field == touchpoint && one.suggestions.is_empty());
    if let Some(open) = open.filter(|_| !name.is_empty()) {
        open.suggestions.push(FieldSuggestion {
            path: Value::from(name).to_string(),
            sureness: Sureness::Weak,
            signs: vec![FieldSign::EveryRow],
            date: None,
            map: Vec::new(),
        });
    }
}

struct Finder<'f> {
    known: Known<'f>,
    settings: &'f Settings,
    found: Vec<FieldSuggestions>,
}

impl Finder<'_> {
    fn record(
        &mut self,
        rows: &[&Value],
        columns: &Columns,
        name: &FieldName,
        record: &Record,
        is_repeated: bool,
    ) {
        for field in record.fields {
            let field = name.with(field);
            self.field(columns, &field, want(&field), is_repeated);
        }
        for (level, inner) in record.levels {
            self.level(rows, columns, &name.with(level), inner);
        }
    }

    fn field(&mut self, columns: &Columns, field: &FieldName, want: Want, is_repeated: bool) {
        let judge = Judge { known: &self.known, want, field, is_repeated };
        let suggestions = judge.best(columns);
        self.found.push(FieldSuggestions { field: field.clone(), is_rows: false, suggestions });
    }

    /// Rows inside of the rows. Where there are none, the rows may repeat what they belong to.
    fn level(&mut self, rows: &[&Value], columns: &Columns, name: &FieldName, record: &Record) {
        let judge = Judge { known: &self.known, want: Want::Rows, field: name, is_repeated: false };
        let mut suggestions = judge.best_lists(&columns.lists);
        let best = suggestions.first().map(|best| best.path.clone());
        let list = best.and_then(|best| columns.lists.iter().find(|lists| lists.path == best));
        if list.is_none() && record.is_repeated {
            suggestions.push(FieldSuggestion {
                path: "$".to_owned(),
                sureness: Sureness::Weak,
                signs: Vec::new(),
                date: None,
                map: Vec::new(),
            });
        }
        let (field, is_rows) = (name.clone(), true);
        self.found.push(FieldSuggestions { field, is_rows, suggestions });
        match list {
            Some(lists) => {
                let inner: Vec<&Value> =
                    lists.lists.iter().copied().flatten().take(INNER).collect();
                self.record(&inner, &Columns::of(&inner), name, record, false);
            }
            None if record.is_repeated => self.record(rows, columns, name, record, true),
            None => {}
        }
    }

    /// Fields that there is one of for each question.
    fn lists(&mut self, columns: &Columns, kind: FeedKind) {
        let questions = self.settings.questions();
        let counts = matches!(kind, FeedKind::Tally | FeedKind::Summary);
        for question in questions.iter().filter(|_| counts || kind == FeedKind::Responses) {
            let (list, want) = match counts {
                true => ("counts", Want::Counts(question.role)),
                false => ("answers", Want::Answer(question.role)),
            };
            self.field(columns, &FieldName::of(&[list, question.id.as_str()]), want, false);
        }
        if kind == FeedKind::Responses {
            self.surveys(columns);
        }
    }

    fn surveys(&mut self, columns: &Columns) {
        for asked in self.settings.surveys.iter().flat_map(|survey| survey.questions()) {
            let field = FieldName::of(&["answers", asked.id.as_str()]);
            if self.found.iter().all(|found| found.field != field) {
                self.field(columns, &field, Want::Surveyed(asked.form), false);
            }
        }
    }
}

#[cfg(test)]
mod tests;
