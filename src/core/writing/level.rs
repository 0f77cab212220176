//! Rows inside a row, as they are written.

use super::WriteError;
use crate::core::connection::{Field, Level, Selector};
use crate::core::mapping::Scalar;
use serde_json::{Map, Value};

/// The rows one level down, made where there are none.
pub(super) fn rows_in<'v, F: Default>(
    row: &'v mut Value,
    level: &Level<F>,
    native: &str,
) -> Result<&'v mut Vec<Value>, WriteError> {
    let path = level.rows.clone().unwrap_or_else(|| Selector::member(native));
    let source = path.source().strip_suffix("[*]").unwrap_or(path.source());
    let no_place = || WriteError::NoPlace(path.source().to_owned());
    let path = Selector::parse(source).map_err(|_| no_place())?;
    match path.steps() {
        _ if !path.is_plain() => Err(no_place()),
        [] => Err(WriteError::Spread),
        steps => {
            let place = steps.iter().try_fold(row, super::place_value::step);
            let place = place.ok_or_else(no_place)?;
            if place.is_null() {
                *place = Value::Array(Vec::new());
            }
            place.as_array_mut().ok_or_else(no_place)
        }
    }
}

/// How one kind of rows inside a row is written.
pub(super) struct Kind<'a, T> {
    /// Where a row's id is.
    pub(super) id: &'a Field,
    /// The id of a record.
    pub(super) id_of: fn(&T) -> &str,
}

impl<T: Default + PartialEq> Kind<'_, T> {
    /// Writes records that have ids into their rows. Rows that reading makes nothing of stay, behind the others where
    /// the order has changed.
    pub(super) fn put(
        &self,
        rows: &mut Vec<Value>,
        before: &[T],
        after: &[T],
        put: impl Fn(&mut Value, &T, &T) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        let ids =
            |records: &[T]| records.iter().map(self.id_of).map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (ids(before), ids(after));
        let mut pool: Vec<Option<Value>> = std::mem::take(rows).into_iter().map(Some).collect();
        let keeps_order = old == new;
        let none = T::default();
        let mut written = Vec::new();
        for (record, id) in after.iter().zip(&new) {
            let at = pool.iter().position(|row| row.as_ref().is_some_and(|row| self.is(row, id)));
            let mut row =
                at.and_then(|at| pool[at].take()).unwrap_or_else(|| Value::Object(Map::new()));
            let was = before.iter().find(|record| (self.id_of)(record) == id).unwrap_or(&none);
            if was != record {
                put(&mut row, was, record)?;
            }
            match (keeps_order, at) {
                (true, Some(at)) => pool[at] = Some(row),
                _ => written.push(row),
            }
        }
        let is_gone = |row: &Value| old.iter().any(|id| self.is(row, id));
        let others = pool.into_iter().flatten().filter(|row| keeps_order || !is_gone(row));
        rows.extend(written);
        rows.extend(others);
        Ok(())
    }

    fn is(&self, row: &Value, id: &str) -> bool {
        word(row, self.id).as_deref() == Some(id)
    }
}

/// Writes records without ids into the rows at their places.
pub(super) fn put_in_place<T: Default + PartialEq>(
    rows: &mut Vec<Value>,
    before: &[T],
    after: &[T],
    put: impl Fn(&mut Value, &T, &T) -> Result<(), WriteError>,
) -> Result<(), WriteError> {
    rows.resize(after.len(), Value::Object(Map::new()));
    let none = T::default();
    for (place, (row, record)) in rows.iter_mut().zip(after).enumerate() {
        let was = before.get(place).unwrap_or(&none);
        if was != record {
            put(row, was, record)?;
        }
    }
    Ok(())
}

/// The word a field finds in a row, after its value map.
fn word(row: &Value, field: &Field) -> Option<String> {
    let word = Scalar::of(field.path.first(row)?)?.text()?;
    match field.map.get(word.as_ref()) {
        Some(mapped) => Scalar::of(mapped)?.text().map(|text| text.into_owned()),
        None => Some(word.into_owned()),
    }
}
