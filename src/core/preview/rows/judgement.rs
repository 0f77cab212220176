//! What speaks for rows being those one looks for.

use super::RowsSign;
use super::candidate::Candidate;
use crate::core::preview::looks::{date_form, is_period, is_scalar};
use crate::core::preview::names::normal;
use rustc_hash::FxHashSet;
use serde_json::{Map, Value};

/// So many rows are looked at.
const LOOKED_AT: usize = 50;

/// What lists of rows are often called, and what other lists are.
const ROWS: [&str; 16] = [
    "data",
    "items",
    "rows",
    "results",
    "result",
    "records",
    "responses",
    "feedback",
    "entries",
    "list",
    "values",
    "journeys",
    "indicators",
    "数据",
    "记录",
    "反馈",
];
const OTHERS: [&str; 14] = [
    "meta",
    "columns",
    "fields",
    "links",
    "errors",
    "warnings",
    "questions",
    "choices",
    "options",
    "included",
    "schema",
    "labels",
    "facets",
    "tags",
];
const IDS: [&str; 7] = ["id", "uuid", "key", "ref", "token", "no", "编号"];

/// Points for a place, and the signs they are given for.
pub(super) struct Judgement {
    pub(super) points: i32,
    pub(super) signs: Vec<RowsSign>,
}

impl Judgement {
    pub(super) fn of(candidate: &Candidate) -> Self {
        let mut judgement = Self { points: 0, signs: Vec::new() };
        judgement.name(&candidate.name);
        let rows: Vec<&Value> = candidate.rows.iter().copied().take(LOOKED_AT).collect();
        match rows.first() {
            None => {}
            Some(Value::Array(_)) => judgement.arrays(&rows),
            Some(_) => judgement.objects(&rows),
        }
        judgement.points += (candidate.rows.len().checked_ilog2().unwrap_or(0) as i32 * 3).min(18);
        judgement.points -= candidate.depth as i32 * 3 + if candidate.is_nested { 25 } else { 0 };
        // What there is only one of is hardly a row among others.
        judgement.points -= if candidate.is_body() { 60 } else { 0 };
        judgement
    }

    fn add(&mut self, points: i32, sign: RowsSign) {
        self.points += points;
        self.signs.push(sign);
    }

    fn name(&mut self, name: &str) {
        let normal = normal(name);
        if ROWS.contains(&normal.as_str()) {
            self.add(12, RowsSign::Name(name.to_owned()));
        } else if OTHERS.contains(&normal.as_str()) {
            self.points -= 20;
        }
    }

    /// Rows without names of their own.
    fn arrays(&mut self, rows: &[&Value]) {
        let lengths: FxHashSet<usize> =
            rows.iter().filter_map(|row| Some(row.as_array()?.len())).collect();
        let share = if lengths.len() == 1 { 100 } else { 50 };
        self.add(i32::from(share) / 5, RowsSign::Alike(share));
        let values = rows
            .iter()
            .filter_map(|row| row.as_array())
            .flatten()
            .filter(|value| is_scalar(value))
            .count();
        self.values(values / rows.len().max(1));
    }

    fn objects(&mut self, rows: &[&Value]) {
        let objects: Vec<&Map<String, Value>> =
            rows.iter().filter_map(|row| row.as_object()).collect();
        let names: FxHashSet<&String> = objects.iter().flat_map(|object| object.keys()).collect();
        if names.is_empty() {
            return;
        }
        let members: usize = objects.iter().map(|object| object.len()).sum();
        // Rows that are no objects have no member of the others.
        let share = (members * 100 / (names.len() * rows.len())).min(100) as u8;
        self.add(i32::from(share) * 3 / 10, RowsSign::Alike(share));
        let scalars = objects.iter().map(|object| scalars(object)).sum::<usize>();
        self.values(scalars / objects.len().max(1));
        self.dates(&objects);
        self.ids(&objects);
    }

    fn values(&mut self, values: usize) {
        if values > 0 {
            self.add(values.min(6) as i32 * 4, RowsSign::Values(values));
        }
    }

    fn dates(&mut self, objects: &[&Map<String, Value>]) {
        let named = first_member(objects, |name, values| {
            let is_date = |value: &&Value| date_form(value).is_some() || is_period(value);
            !normal(name).ends_with("id") && values.iter().all(is_date)
        });
        if let Some(name) = named {
            self.add(20, RowsSign::Dates(name));
        }
    }

    fn ids(&mut self, objects: &[&Map<String, Value>]) {
        let named = first_member(objects, |name, values| {
            let normal = normal(name);
            let last = normal.rsplit(' ').next().unwrap_or_default();
            let different: FxHashSet<String> =
                values.iter().map(|value| value.to_string()).collect();
            IDS.contains(&last) && different.len() == objects.len()
        });
        if let Some(name) = named {
            self.add(15, RowsSign::Ids(name));
        }
    }
}

/// Values of an object, and of the objects right inside of it.
fn scalars(object: &Map<String, Value>) -> usize {
    let own = object.values().filter(|value| is_scalar(value)).count();
    let inner = object.values().filter_map(Value::as_object);
    own + inner.map(|inner| inner.values().filter(|value| is_scalar(value)).count()).sum::<usize>()
}

/// The first member whose values, where there are any, are of some kind.
fn first_member(
    objects: &[&Map<String, Value>],
    is_of_kind: impl Fn(&str, &[&Value]) -> bool,
) -> Option<String> {
    let names = objects.first()?.keys();
    let mut fitting = names.filter(|name| {
        let values = objects.iter().filter_map(|object| object.get(*name));
        let values: Vec<&Value> = values.filter(|value| is_scalar(value)).collect();
        !values.is_empty() && is_of_kind(name, &values)
    });
    fitting.next().cloned()
}
