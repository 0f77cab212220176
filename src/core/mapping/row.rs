//! The fields of one row that is at hand as a whole value: for documents, which are small.

use super::words::Words;
use super::{ProblemLog, Reason, ReasonKind, Scalar};
use crate::core::connection::{FeedKind, Field, Level, Selector};
use crate::core::model::LocalText;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

/// One row of a feed, and where its problems are written down.
pub(super) struct Row<'a> {
    pub(super) value: &'a Value,
    pub(super) feed: FeedKind,
    pub(super) number: u64,
}

impl<'a> Row<'a> {
    /// The rows one level down.
    pub(super) fn inner<F: Default>(&self, level: &Level<F>, native: &str) -> Vec<Row<'a>> {
        let path = level.rows.clone().unwrap_or_else(|| Selector::member(native));
        let rows = path.rows(self.value);
        rows.into_iter().map(|value| Row { value, ..*self }).collect()
    }

    /// A text in the languages it is written in.
    pub(super) fn text(&self, field: &Field) -> LocalText {
        if field.languages.is_empty() {
            let found = self.find(field).map(|found| local_text(&found)).unwrap_or_default();
            return match self.mapped(field) {
                Some(word) => LocalText::plain(&word),
                None => found,
            };
        }
        field.languages.iter().fold(LocalText::default(), |texts, (tag, path)| {
            let found = path.first(self.value).and_then(Scalar::of).and_then(Scalar::text);
            texts.with(tag, found.unwrap_or_default())
        })
    }

    /// A list of texts: an array, or one text that is split.
    pub(super) fn texts(&self, field: &Field) -> Vec<LocalText> {
        let texts = match (self.find(field).as_deref(), &field.split) {
            (None, _) => Vec::new(),
            (Some(Value::Array(items)), _) => items.iter().map(local_text).collect(),
            (Some(Value::String(text)), Some(separator)) => {
                text.split(separator.as_str()).map(|part| LocalText::plain(part.trim())).collect()
            }
            (Some(one), _) => vec![local_text(one)],
        };
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }

    /// A word, after the field's value map.
    pub(super) fn word(&self, field: &Field) -> Option<String> {
        let found = self.find(field)?;
        let word = Scalar::of(&found)?.text()?;
        match field.map.get(word.as_ref()) {
            Some(mapped) => Scalar::of(mapped)?.text().map(|text| text.into_owned()),
            None => Some(word.into_owned()),
        }
    }

    /// A word that stands for something; a word that does not is written down as not allowed.
    pub(super) fn parsed<T>(
        &self,
        field: &Field,
        problems: &mut ProblemLog,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = self.word(field)?;
        let parsed = parse(&word);
        if parsed.is_none() {
            self.tell(problems, ReasonKind::NotAllowed, field, &word);
        }
        parsed
    }

    /// A number; what is none is written down.
    pub(super) fn number(&self, field: &Field, problems: &mut ProblemLog) -> Option<f64> {
        let found = self.find(field)?;
        let given = Scalar::of(&found)?;
        match Words::of(field).number(given) {
            Ok(number) => number,
            Err(kind) => {
                let text = given.text().unwrap_or_default();
                self.tell(problems, kind, field, &text);
                None
            }
        }
    }

    /// A number from `low` to `high`; one outside is written down and left out.
    pub(super) fn number_between(
        &self,
        field: &Field,
        (low, high): (f64, f64),
        problems: &mut ProblemLog,
    ) -> Option<f64> {
        let number = self.number(field, problems)?;
        if (low..=high).contains(&number) {
            return Some(number);
        }
        self.tell(problems, ReasonKind::OffScale, field, &number.to_string());
        None
    }

    /// A whole number from `low` to `high`; any other is written down and left out.
    pub(super) fn whole_between(
        &self,
        field: &Field,
        (low, high): (u8, u8),
        problems: &mut ProblemLog,
    ) -> Option<u8> {
        let number = self.number_between(field, (low.into(), high.into()), problems)?;
        if number.fract() == 0.0 {
            return Some(number as u8);
        }
        self.tell(problems, ReasonKind::OffScale, field, &number.to_string());
        None
    }

    /// A truth value; absent counts as false.
    pub(super) fn truth(&self, field: &Field, problems: &mut ProblemLog) -> bool {
        self.parsed(field, problems, |word| Scalar::Text(word).truth()).unwrap_or(false)
    }

    /// A word no record can do without; its absence is written down.
    pub(super) fn required(&self, field: &Field, problems: &mut ProblemLog) -> Option<String> {
        let word = self.word(field);
        if word.is_none() {
            self.tell(problems, ReasonKind::Missing, field, "");
        }
        word
    }

    pub(super) fn tell(
        &self,
        problems: &mut ProblemLog,
        kind: ReasonKind,
        field: &Field,
        value: &str,
    ) {
        problems.add(self.feed, self.number, Reason::new(kind, field.path.source(), value));
    }

    /// Tells of fields whose text should have held JSON and does not, and of words that a lookup does not know. Those
    /// stay what they are.
    pub(super) fn check<'f>(
        &self,
        fields: impl Iterator<Item = (&'static str, &'f Field)>,
        problems: &mut ProblemLog,
    ) {
        for (_, field) in fields {
            if let Some(Err(text)) = field.inside.as_ref().map(|inside| inside.open(self.value)) {
                self.tell(problems, ReasonKind::NotJson, field, &text.0);
            }
            let word = field.is_looked_up.then(|| self.found_word(field)).flatten();
            if let Some(word) = word.filter(|word| Words::of(field).lack(word)) {
                self.tell(problems, ReasonKind::NotFound, field, &word);
            }
        }
    }

    /// A record that was made of an inner row. Of a row that is no object, and in which nothing was found, none was
    /// made, which is written down.
    pub(super) fn says_something<T: Default + PartialEq>(
        &self,
        record: T,
        problems: &mut ProblemLog,
    ) -> Option<T> {
        if self.value.is_object() || record != T::default() {
            return Some(record);
        }
        let reason = Reason::new(ReasonKind::NotAnObject, "", &self.value.to_string());
        problems.add(self.feed, self.number, reason);
        None
    }

    pub(super) fn find<'f>(&'f self, field: &'f Field) -> Option<Cow<'f, Value>> {
        field.find(self.value)
    }

    /// The word as it stands in the row.
    fn found_word(&self, field: &Field) -> Option<String> {
        let found = self.find(field)?;
        Some(Scalar::of(&found)?.text()?.into_owned())
    }

    /// What a field's word stands for, where it stands for something else.
    fn mapped(&self, field: &Field) -> Option<String> {
        let word = self.found_word(field)?;
        Some(Scalar::of(field.map.get(&word)?)?.text()?.into_owned())
    }
}

fn local_text(value: &Value) -> LocalText {
    match value {
        Value::String(_) | Value::Object(_) => LocalText::deserialize(value).unwrap_or_default(),
        other => {
            let text = Scalar::of(other).and_then(Scalar::text);
            LocalText::plain(text.unwrap_or_default())
        }
    }
}
