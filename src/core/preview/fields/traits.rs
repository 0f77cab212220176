//! What the values of a column look like, all together.

use super::column::Column;
use crate::core::connection::DateForm;
use crate::core::preview::looks::{date_form, is_period, number, whole, width, words};
use crate::core::preview::names::normal;
use rustc_hash::FxHashSet;
use serde_json::Value;

/// What a column's values have in common. Shares are of the values that are there, 0 to 1.
pub(super) struct Traits<'v> {
    /// The column's names, as [`normal`] writes them.
    pub(super) names: Vec<String>,
    pub(super) values: usize,
    /// How many rows have a value.
    pub(super) present: f64,
    /// How many of the values are different.
    pub(super) different: usize,
    pub(super) numbers: f64,
    /// The least and the greatest, where all are whole numbers.
    pub(super) range: Option<(f64, f64)>,
    pub(super) dates: f64,
    /// How most of the dates are written.
    pub(super) date_form: DateForm,
    pub(super) periods: f64,
    pub(super) lists: f64,
    /// Texts that are no numbers.
    pub(super) texts: f64,
    /// How wide they are on average, in Latin letters.
    pub(super) width: f64,
    /// Each of these texts once.
    pub(super) words: Vec<&'v str>,
}

impl<'v> Traits<'v> {
    pub(super) fn of(column: &Column<'v>) -> Self {
        let values = &column.values;
        let count = values.len();
        let share = |is_one: &dyn Fn(&Value) -> bool| {
            values.iter().filter(|value| is_one(value)).count() as f64 / count.max(1) as f64
        };
        let different: FxHashSet<String> = values.iter().map(|value| value.to_string()).collect();
        let texts: Vec<&str> = values.iter().filter_map(|value| words(value)).collect();
        let wide: usize = texts.iter().map(|text| width(text)).sum();
        Self {
            names: column.names.iter().map(|name| normal(name)).collect(),
            values: count,
            present: count as f64 / column.rows.max(1) as f64,
            different: different.len(),
            numbers: share(&|value| number(value).is_some()),
            range: range(values),
            dates: share(&|value| date_form(value).is_some()),
            date_form: form(values),
            periods: share(&is_period),
            lists: share(&Value::is_array),
            texts: texts.len() as f64 / count.max(1) as f64,
            width: wide as f64 / texts.len().max(1) as f64,
            words: once(&texts),
        }
    }

    /// True when every value is there once.
    pub(super) fn are_unique(&self) -> bool {
        self.values > 1 && self.different == self.values
    }
}

fn range(values: &[&Value]) -> Option<(f64, f64)> {
    let numbers: Option<Vec<f64>> = values.iter().map(|value| whole(value)).collect();
    numbers?.into_iter().map(|number| (number, number)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn form(values: &[&Value]) -> DateForm {
    let often =
        |form: &DateForm| values.iter().filter(|value| date_form(value) == Some(*form)).count();
    // Of equals the last wins, and of texts nothing need be said.
    let forms = [DateForm::EpochMillis, DateForm::EpochSeconds, DateForm::Auto];
    forms.into_iter().max_by_key(often).unwrap_or_default()
}

fn once<'v>(texts: &[&'v str]) -> Vec<&'v str> {
    let mut known = FxHashSet::default();
    texts.iter().copied().filter(|text| known.insert(*text)).collect()
}
