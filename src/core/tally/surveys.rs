//! The sums of surveys, by cell.

mod kept;

use super::slice::Filter;
use super::store::{Counted, Numbers};
use super::{Cell, Slice, SurveySums, Tally};
use crate::core::calendar::Day;
use crate::core::model::{Answer, Scale, Survey, SurveyQuestion};
use rustc_hash::FxHashMap;

/// One survey and its sums: by touchpoint, day, segment, channel and team, as the tally numbers them.
#[derive(Clone, Debug)]
struct Surveyed {
    survey: Survey,
    /// The place of its first question among those of responses.
    first: usize,
    /// What its answers are counted on, a scale a question.
    scales: Vec<Scale>,
    cells: FxHashMap<(u32, Cell), SurveySums>,
}

/// The sums of all surveys. Memory grows with the cells that hold answers, not with responses.
#[derive(Clone, Debug, Default)]
pub struct Surveys {
    all: Vec<Surveyed>,
    /// The place of the first question of any survey.
    first: usize,
}

impl Surveys {
    /// Nothing answered yet. The questions of surveys have their places after so many others.
    pub fn new(surveys: &[Survey], first: usize) -> Self {
        let mut next = first;
        let surveyed = |survey: &Survey| {
            let scales: Vec<Scale> =
                survey.questions().iter().map(|question| question.form.scale()).collect();
            let first = next;
            next += scales.len();
            Surveyed { survey: survey.clone(), first, scales, cells: FxHashMap::default() }
        };
        Self { all: surveys.iter().map(surveyed).collect(), first }
    }

    /// The same surveys, with nothing answered yet.
    pub(super) fn emptied(&self) -> Self {
        let surveys: Vec<Survey> = self.surveys().cloned().collect();
        Self::new(&surveys, self.first)
    }

    /// The surveys, in order.
    pub fn surveys(&self) -> impl Iterator<Item = &Survey> {
        self.all.iter().map(|surveyed| &surveyed.survey)
    }

    /// All their questions, in the order of their places.
    pub fn questions(&self) -> Vec<SurveyQuestion> {
        self.surveys().flat_map(Survey::questions).collect()
    }

    /// Counts a response's answers to surveys, where the tally counted the others. Answers come in the order of
    /// their questions, so one look at the last tells whether there are any.
    #[inline]
    pub(super) fn count(&mut self, answers: &[Answer], day: Day, counted: Counted) {
        if answers.last().is_some_and(|last| last.question >= self.first) {
            self.count_some(answers, day, counted);
        }
    }

    fn count_some(&mut self, answers: &[Answer], day: Day, counted: Counted) {
        let place = (counted.touchpoint, Cell { day, dimensions: counted.dimensions });
        for surveyed in &mut self.all {
            surveyed.count(answers, place);
        }
    }

    /// The sums of a survey over the responses a slice lets through, about one touchpoint or all; none when there is
    /// no such survey.
    pub(super) fn sums(
        &self,
        survey: &Survey,
        slice: &Slice,
        touchpoint: Option<&str>,
        tally: &Tally,
    ) -> Option<SurveySums> {
        let surveyed = self.all.iter().find(|surveyed| surveyed.survey.id == survey.id)?;
        let filter = Filter::new(slice, tally);
        let number = touchpoint.map(|id| tally.touchpoints().find(id));
        let is_asked = |at: u32, cell: &Cell| {
            number.is_none_or(|number| number == Some(at)) && filter.passes(cell)
        };
        let mut sums = SurveySums::empty(&surveyed.survey);
        let asked = surveyed.cells.iter().filter(|((at, cell), _)| is_asked(*at, cell));
        asked.for_each(|(_, more)| sums.merge(more));
        Some(sums)
    }

    /// Adds the sums of the same surveys in another tally, which knows touchpoints and dimensions by these numbers.
    pub(super) fn join(&mut self, other: &Self, numbers: &Numbers) {
        for (own, more) in self.all.iter_mut().zip(&other.all) {
            for ((touchpoint, cell), sums) in &more.cells {
                let place = (numbers.touchpoint(*touchpoint), numbers.cell(*cell));
                let new = || SurveySums::empty(&own.survey);
                own.cells.entry(place).or_insert_with(new).merge(sums);
            }
        }
    }

    /// How many cells hold sums.
    pub fn cells(&self) -> usize {
        self.all.iter().map(|surveyed| surveyed.cells.len()).sum()
    }
}

impl Surveyed {
    fn count(&mut self, answers: &[Answer], place: (u32, Cell)) {
        let from = answers.partition_point(|answer| answer.question < self.first);
        let end = self.first + self.scales.len();
        let to = answers.partition_point(|answer| answer.question < end);
        let Some(own) = answers.get(from..to).filter(|own| !own.is_empty()) else { return };
        let mut given = vec![None; self.scales.len()];
        let mut n_invalid = 0;
        for answer in own {
            let at = answer.question - self.first;
            given[at] = answer.value.filter(|value| self.scales[at].place(*value).is_some());
            n_invalid += u64::from(given[at].is_none());
        }
        let new = || SurveySums::empty(&self.survey);
        self.cells.entry(place).or_insert_with(new).add(&given, n_invalid);
    }
}

#[cfg(test)]
mod tests;
