//! Sums and sums of products of several items: what their covariances rest on.

use serde::{Deserialize, Serialize};

/// Sums, and sums of products of every two items, over respondents who answered all of them. They add up.
///
/// Of answers on a scale of whole numbers they are exact up to 2⁵³, and so is whatever is subtracted to get a
/// covariance: a variance of zero is found as such.
///
/// # Example
/// ```
/// use heartline::core::index::CrossProducts;
/// let mut sums = CrossProducts::empty(2);
/// [[1.0, 2.0], [2.0, 4.0], [3.0, 9.0]].iter().for_each(|row| sums.add(&row.map(Some)));
/// sums.add(&[Some(4.0), None]);
/// assert_eq!((sums.n, sums.n_missing), (3, 1));
/// assert_eq!((sums.covariance(0, 1), sums.covariance(1, 1)), (Some(3.5), Some(13.0)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CrossProducts {
    /// Respondents who answered every item.
    pub n: u64,
    /// Respondents left out because an item was not answered.
    pub n_missing: u64,
    /// Σx of each item.
    sums: Vec<f64>,
    /// Σxy of every two items: of the first with itself and those after it, then of the second, and so on.
    products: Vec<f64>,
}

impl CrossProducts {
    /// No respondents yet, of so many items.
    pub fn empty(items: usize) -> Self {
        let products = vec![0.0; items * (items + 1) / 2];
        Self { n: 0, n_missing: 0, sums: vec![0.0; items], products }
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.sums.len()
    }

    /// Counts a respondent's answers, one an item. Who left one out is left out (listwise).
    pub fn add(&mut self, answers: &[Option<f64>]) {
        let complete: Option<Vec<f64>> = answers.iter().copied().collect();
        let Some(answers) = complete.filter(|answers| answers.len() == self.items()) else {
            self.n_missing += 1;
            return;
        };
        self.n += 1;
        self.sums.iter_mut().zip(&answers).for_each(|(sum, answer)| *sum += answer);
        let pairs = answers
            .iter()
            .enumerate()
            .flat_map(|(place, x)| answers[place..].iter().map(move |y| x * y));
        self.products.iter_mut().zip(pairs).for_each(|(sum, product)| *sum += product);
    }

    /// Adds another lot of answers to the same items; a lot of another number of items is ignored.
    pub fn merge(&mut self, other: &Self) {
        if other.items() != self.items() {
            return;
        }
        self.n += other.n;
        self.n_missing += other.n_missing;
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, more)| *sum += more);
        self.products.iter_mut().zip(&other.products).for_each(|(sum, more)| *sum += more);
    }

    /// The mean answer to an item; absent without respondents.
    pub fn mean(&self, item: usize) -> Option<f64> {
        self.sums.get(item).filter(|_| self.n > 0).map(|sum| sum / self.n as f64)
    }

    /// The sample covariance of two items, (n·Σxy − Σx·Σy)/(n(n − 1)), or the variance of one with itself; absent
    /// with fewer than two respondents.
    pub fn covariance(&self, one: usize, other: usize) -> Option<f64> {
        self.covariance_of(&[one], &[other])
    }

    /// The sample covariance of two sums of items; absent with fewer than two respondents. It is divided last, so that
    /// sums which do not vary have a variance of zero.
    pub fn covariance_of(&self, some: &[usize], others: &[usize]) -> Option<f64> {
        let pairs = some.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        let shared = pairs.map(|(one, other)| self.shared(one, other)).sum::<Option<f64>>()?;
        let n = self.n as f64;
        (self.n > 1).then(|| shared / (n * (n - 1.0)))
    }

    /// n·Σxy − Σx·Σy of two items.
    fn shared(&self, one: usize, other: usize) -> Option<f64> {
        let (x, y) = (self.sums.get(one)?, self.sums.get(other)?);
        let product = self.products.get(self.place(one.min(other), one.max(other)))?;
        Some(self.n as f64 * product - x * y)
    }

    /// Where the product of two items is, of which the first is not after the second.
    fn place(&self, first: usize, second: usize) -> usize {
        // Before the row of the first item stand rows of k, k − 1, … products.
        first * self.items() - first * first.saturating_sub(1) / 2 + second - first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sums(rows: &[Vec<Option<f64>>]) -> CrossProducts {
        let mut sums = CrossProducts::empty(3);
        rows.iter().for_each(|row| sums.add(row));
        sums
    }

    #[test]
    fn covariances_are_the_textbooks() {
        let rows = [[1.0, 2.0, 5.0], [2.0, 4.0, 5.0], [3.0, 9.0, 5.0]];
        let sums = sums(&rows.map(|row| row.map(Some).to_vec()));
        assert_eq!((sums.mean(0), sums.mean(1)), (Some(2.0), Some(5.0)));
        assert_eq!((sums.covariance(0, 0), sums.covariance(1, 1)), (Some(1.0), Some(13.0)));
        assert_eq!((sums.covariance(0, 1), sums.covariance(1, 0)), (Some(3.5), Some(3.5)));
        assert_eq!((sums.covariance(2, 2), sums.covariance(0, 3)), (Some(0.0), None));
    }

    #[test]
    fn who_left_an_item_out_is_counted_apart() {
        let sums =
            sums(&[vec![Some(1.0), None, Some(2.0)], vec![Some(1.0); 3], vec![Some(1.0); 2]]);
        assert_eq!((sums.n, sums.n_missing, sums.covariance(0, 1)), (1, 2, None));
    }

    proptest! {
        #[test]
        fn merged_halves_are_the_whole(rows in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.9, (1i8..=7).prop_map(f64::from)), 3), 0..40), cut in 0usize..40) {
            let (left, right) = rows.split_at(cut.min(rows.len()));
            let mut merged = sums(right);
            merged.merge(&sums(left));
            prop_assert_eq!(merged, sums(&rows));
        }
    }
}
