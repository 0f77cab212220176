//! The sums behind a battery of items in dimensions, such as SERVQUAL's.

use super::Moments;
use serde::{Deserialize, Serialize};

/// Items a dimension of SERVQUAL has: tangibles, reliability, responsiveness, assurance, empathy.
pub const SERVQUAL_ITEMS: [usize; 5] = [4, 5, 4, 4, 5];

/// Sums over respondents of a battery: items in dimensions, a value an item. They add up.
///
/// A respondent has a score in a dimension when all its items are answered: their mean. The respondent's overall
/// score is the mean of the dimensions' scores, and needs all of them; the weighted one is Σw·score/Σw, and needs
/// every weight too, none under zero and not all zero.
///
/// # Example
/// ```
/// use heartline::core::index::{BatterySums, Level, SERVQUAL_ITEMS, servperf};
/// let (mut north, mut south) = (BatterySums::empty(&SERVQUAL_ITEMS), BatterySums::empty(&SERVQUAL_ITEMS));
/// north.add(&[Some(6.0); 22], &[]);
/// south.add(&[Some(4.0); 22], &[]);
/// north.merge(&south);
/// assert_eq!(servperf(&north, Level::default()).and_then(|result| result.score.value), Some(5.0));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatterySums {
    /// Respondents who answered any item.
    pub n: u64,
    /// Items a dimension.
    sizes: Vec<usize>,
    /// Of each item, dimension after dimension.
    pub(super) items: Vec<Moments>,
    /// Of each dimension's scores.
    pub(super) dimensions: Vec<Moments>,
    /// Of the overall scores.
    pub(super) overall: Moments,
    /// Of the weighted scores.
    pub(super) weighted: Moments,
}

impl BatterySums {
    /// No respondents yet, of dimensions with so many items.
    pub fn empty(sizes: &[usize]) -> Self {
        Self {
            sizes: sizes.to_vec(),
            items: vec![Moments::default(); sizes.iter().sum()],
            dimensions: vec![Moments::default(); sizes.len()],
            ..Self::default()
        }
    }

    /// Items a dimension.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// Counts a respondent: a value an item, dimension after dimension, and a weight a dimension, or none at all.
    /// Values beyond the last item are ignored; who has none is not counted.
    pub fn add(&mut self, values: &[Option<f64>], weights: &[Option<f64>]) {
        if values.iter().all(Option::is_none) {
            return;
        }
        self.n += 1;
        let given = self.items.iter_mut().zip(values);
        given.for_each(|(sums, value)| value.iter().for_each(|value| sums.add(*value)));
        let scores = self.scores(values);
        let known = self.dimensions.iter_mut().zip(&scores);
        known.for_each(|(sums, score)| score.iter().for_each(|score| sums.add(*score)));
        let Some(scores) = scores.into_iter().collect::<Option<Vec<f64>>>() else { return };
        let overall = scores.iter().sum::<f64>() / scores.len() as f64;
        self.overall.add(overall);
        weighted(&scores, weights).iter().for_each(|score| self.weighted.add(*score));
    }

    /// Adds another lot of the same battery; one of another shape is ignored.
    pub fn merge(&mut self, other: &Self) {
        if other.sizes != self.sizes {
            return;
        }
        self.n += other.n;
        self.items.iter_mut().zip(&other.items).for_each(|(sums, more)| sums.merge(more));
        self.dimensions.iter_mut().zip(&other.dimensions).for_each(|(sums, more)| sums.merge(more));
        self.overall.merge(&other.overall);
        self.weighted.merge(&other.weighted);
    }

    /// The respondent's score in each dimension; none where an item is not answered.
    fn scores(&self, values: &[Option<f64>]) -> Vec<Option<f64>> {
        let mut rest = values;
        let score = |size: &usize| {
            let (own, others) = rest.split_at_checked(*size)?;
            rest = others;
            let sum: f64 = own.iter().copied().sum::<Option<f64>>()?;
            (*size > 0).then(|| sum / *size as f64)
        };
        self.sizes.iter().map(score).collect()
    }
}

/// Σw·score/Σw; absent unless every dimension has a weight from 0 and one has more.
fn weighted(scores: &[f64], weights: &[Option<f64>]) -> Option<f64> {
    let weights: Vec<f64> = weights.iter().copied().collect::<Option<_>>()?;
    let whole: f64 = weights.iter().sum();
    let is_sound = weights.len() == scores.len() && weights.iter().all(|weight| *weight >= 0.0);
    let sum: f64 = scores.iter().zip(&weights).map(|(score, weight)| score * weight).sum();
    (is_sound && whole > 0.0).then(|| sum / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_needs_all_items_and_a_weighted_one_all_weights() {
        let mut sums = BatterySums::empty(&[2, 1]);
        sums.add(&[Some(1.0), Some(3.0), Some(5.0)], &[Some(3.0), Some(1.0)]);
        sums.add(&[Some(1.0), None, Some(5.0)], &[Some(3.0), Some(1.0)]);
        sums.add(&[None, None, None], &[Some(3.0), Some(1.0)]);
        assert_eq!((sums.n, sums.items[0].n, sums.items[1].n), (2, 2, 1));
        assert_eq!((sums.dimensions[0].mean(), sums.dimensions[1].n), (Some(2.0), 2));
        assert_eq!((sums.overall.mean(), sums.weighted.mean()), (Some(3.5), Some(2.75)));
    }

    #[test]
    fn weights_that_say_nothing_weigh_nothing() {
        let scores = [1.0, 3.0];
        assert_eq!(weighted(&scores, &[Some(0.0), Some(0.0)]), None);
        assert_eq!(weighted(&scores, &[Some(-1.0), Some(3.0)]), None);
        assert_eq!(weighted(&scores, &[Some(1.0), None]), None);
        assert_eq!(weighted(&scores, &[]), None);
        assert_eq!(weighted(&scores, &[Some(30.0), Some(10.0)]), Some(1.5));
    }
}
