//! What speaks for a column being a field, and how much.

use super::case::Case;
use super::column::{Column, Columns, Lists};
use super::suggestion::{FieldSign, FieldSuggestion};
use super::traits::Traits;
use super::want::Want;
use super::words::{field_words, role_words};
use crate::core::order::sort_by;
use crate::core::preview::names::{Likeness, likeness, normal};
use crate::core::preview::{FieldName, Sureness};
use rustc_hash::FxHashSet;

/// So many paths are suggested for a field at most.
const MOST: usize = 4;
/// Below this share of the rows a value counts as seldom there.
const SELDOM: f64 = 0.3;

/// What is known beside the sample.
pub(super) struct Known<'k> {
    pub(super) touchpoints: Option<&'k FxHashSet<String>>,
    pub(super) questions: Vec<&'k str>,
}

/// Judges columns for one field.
pub(super) struct Judge<'j> {
    pub(super) known: &'j Known<'j>,
    pub(super) want: Want,
    pub(super) field: &'j FieldName,
    /// True when the field's record is repeated in flat rows.
    pub(super) is_repeated: bool,
}

impl Judge<'_> {
    /// The best columns.
    pub(super) fn best(&self, columns: &Columns) -> Vec<FieldSuggestion> {
        let (all, words) = (columns.all.iter().zip(&columns.traits), self.words());
        best(all.filter_map(|(column, traits)| self.column(column, traits, &words)).collect())
    }

    /// The best lists of rows.
    pub(super) fn best_lists(&self, lists: &[Lists]) -> Vec<FieldSuggestion> {
        let named = lists.iter().filter(|lists| !lists.is_numbered).filter_map(|lists| {
            let mut case = Case::default();
            let normals: Vec<String> = lists.names.iter().map(|name| normal(name)).collect();
            self.name(&lists.names, &normals, &self.words(), &mut case).then_some(())?;
            case.points -= deeper(lists.depth);
            case.add(15, FieldSign::Lists);
            suggestion(case, &lists.path)
        });
        best(named.collect())
    }

    fn column(
        &self,
        column: &Column,
        traits: &Traits,
        words: &[String],
    ) -> Option<(i32, FieldSuggestion)> {
        let mut case = Case::default();
        let is_named = self.name(&column.names, &traits.names, words, &mut case);
        if !is_named && !speaks_for_itself(self.want) {
            return None;
        }
        case.values(self.want, column, traits, self.known);
        case.points -= deeper(column.depth) + if column.is_numbered { 10 } else { 0 };
        if traits.present < SELDOM {
            case.add(-8, FieldSign::Seldom((traits.present * 100.0).round() as u8));
        }
        suggestion(case, &column.path)
    }

    /// Points for what a column is called; the names of what holds it count half.
    fn name(
        &self,
        names: &[String],
        normals: &[String],
        words: &[String],
        case: &mut Case,
    ) -> bool {
        let found = names.iter().zip(normals).enumerate().filter_map(|(at, (name, normal))| {
            let best = words.iter().filter_map(|word| likeness(normal, word)).max()?;
            let points = if best == Likeness::Same { 70 } else { 45 };
            Some((if at == 0 { points } else { points / 2 + 10 }, name))
        });
        let Some((points, name)) = found.max_by_key(|(points, _)| *points) else { return false };
        case.add(points, FieldSign::Name(name.clone()));
        true
    }

    fn words(&self) -> Vec<String> {
        let by_role = match self.want {
            Want::Answer(role) | Want::Counts(role) => role_words(role),
            _ => &[],
        };
        let by_field = match self.field.names() {
            // A question goes by its own id alone.
            [list, _] if list == "answers" || list == "counts" => Vec::new(),
            _ => field_words(self.field, self.is_repeated),
        };
        let own = (!self.is_repeated).then(|| normal(self.field.last()));
        own.into_iter()
            .chain(by_role.iter().chain(&by_field).map(|word| (*word).to_owned()))
            .collect()
    }
}

/// True for what can be told from values alone.
fn speaks_for_itself(want: Want) -> bool {
    matches!(
        want,
        Want::Touchpoint
            | Want::Date
            | Want::Period
            | Want::Group
            | Want::Comment
            | Want::Answer(_)
    )
}

fn deeper(depth: usize) -> i32 {
    depth.saturating_sub(1) as i32 * 4
}

fn suggestion(case: Case, path: &str) -> Option<(i32, FieldSuggestion)> {
    let sureness = Sureness::of(case.points)?;
    let Case { points, signs, date, map } = case;
    Some((points, FieldSuggestion { path: path.to_owned(), sureness, signs, date, map }))
}

fn best(mut found: Vec<(i32, FieldSuggestion)>) -> Vec<FieldSuggestion> {
    sort_by(&mut found, |a, b| b.0.cmp(&a.0));
    found.into_iter().map(|(_, suggestion)| suggestion).take(MOST).collect()
}
