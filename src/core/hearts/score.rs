//! The score of one heart, from its items' answers.

use crate::core::index::{Answers, Counts, Estimate, Level};
use crate::core::model::{Heart, Scale};
use serde::{Deserialize, Serialize};

/// One heart as customers answered it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeartScore {
    /// Which heart.
    pub heart: Heart,
    /// Mean answer over its items, 1 to 5. The interval counts respondents, not answers: one
    /// person's answers to several items of a heart are no independent evidence.
    pub mean: Estimate,
    /// The mean on 0 to 100.
    pub index: Estimate,
    /// Answers given out of answers asked for, 0 to 1; absent when nothing was asked.
    pub evidence: Option<f64>,
}

/// The score of a heart from the answers to its items (1 to 5 each, any number of them): their mean, the mean on 0
/// to 100, (mean − 1)/4·100, each with Student's t interval over respondents, and the answered share. Absent
/// without answers; without an interval when there is one respondent, or all answered alike.
///
/// # Example
/// ```
/// use heartline::core::{hearts::heart_score, index::Level, model::Heart};
/// let score = heart_score(Heart::Care, &[[5, 4, 3]], Level::default());
/// assert_eq!(score.index.value, Some(75.0));
/// assert_eq!(score.evidence, Some(1.0));
/// ```
pub fn heart_score<A: Answers>(heart: Heart, items: &[A], level: Level) -> HeartScore {
    let mut pooled = Counts::empty(Scale::FIVE);
    let mut respondents = 0;
    for item in items {
        let item = item.on(Scale::FIVE);
        respondents = respondents.max(item.n());
        pooled.merge(&item);
    }
    let mean = pooled.mean_of(respondents, level);
    let asked = pooled.n() as f64 + pooled.n_missing as f64 + pooled.n_invalid as f64;
    HeartScore {
        heart,
        mean,
        index: mean.map(|mean| (mean - 1.0) / 4.0 * 100.0),
        evidence: (asked > 0.0).then(|| pooled.n() as f64 / asked),
    }
}

impl HeartScore {
    /// True when a touchpoint that relies on this heart misses it: even the upper end of the
    /// interval is under the target (0 to 100).
    ///
    /// # Example
    /// ```
    /// use heartline::core::{hearts::heart_score, index::Level, model::Heart};
    /// let cold = heart_score(Heart::Patience, &[[2, 2, 1, 2, 2, 1]], Level::default());
    /// assert!(cold.misses(75.0));
    /// let unsure = heart_score(Heart::Patience, &[[1, 5]], Level::default());
    /// assert!(!unsure.misses(75.0));
    /// ```
    pub fn misses(&self, target: f64) -> bool {
        self.index.is_under(target)
    }

    /// The score of nothing asked.
    ///
    /// # Example
    /// ```
    /// use heartline::core::{hearts::HeartScore, model::Heart};
    /// let unknown = HeartScore::unknown(Heart::Care);
    /// assert_eq!((unknown.index.value, unknown.evidence), (None, None));
    /// ```
    pub fn unknown(heart: Heart) -> Self {
        heart_score::<Counts>(heart, &[], Level::default())
    }
}

impl From<HeartScore> for Estimate {
    fn from(score: HeartScore) -> Estimate {
        score.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(answers: &[f64]) -> Counts {
        Counts::of(Scale::FIVE, answers)
    }

    #[test]
    fn several_items_do_not_multiply_the_respondents() {
        let one = heart_score(Heart::Care, &[item(&[2.0, 4.0, 5.0])], Level::default());
        let twice = heart_score(Heart::Care, &vec![item(&[2.0, 4.0, 5.0]); 2], Level::default());
        assert_eq!((one.mean.n, twice.mean.n), (3, 3));
        assert_eq!(one.mean.value, twice.mean.value);
    }

    #[test]
    fn a_heart_is_missed_only_beyond_chance() {
        let low = heart_score(Heart::Care, &[item(&[[2.0, 1.0]; 20].concat())], Level::default());
        assert!(low.misses(60.0));
        let alike = heart_score(Heart::Care, &[item(&[3.0, 3.0])], Level::default());
        assert!(!alike.misses(75.0), "two equal answers are no certainty");
        let unsure = heart_score(Heart::Care, &[item(&[1.0, 5.0])], Level::default());
        assert!(!unsure.misses(60.0));
        assert!(!HeartScore::unknown(Heart::Care).misses(60.0));
    }

    #[test]
    fn evidence_is_the_answered_share() {
        let mut asked = item(&[4.0, 9.0]);
        asked.n_missing = 2;
        let score = heart_score(Heart::Care, &[asked], Level::default());
        assert_eq!(score.evidence, Some(0.25));
    }

    proptest! {
        #[test]
        fn order_and_splits_do_not_matter_and_a_better_answer_never_lowers_it(answers in prop::collection::vec(1i32..=5, 2..40), cut in 0usize..40) {
            let of = |items: &[Vec<i32>]| heart_score(Heart::Care, items, Level::default());
            let whole = of(std::slice::from_ref(&answers));
            let turned: Vec<i32> = answers.iter().rev().copied().collect();
            prop_assert_eq!(of(&[turned]), whole);
            let (left, right) = answers.split_at(cut.min(answers.len()));
            prop_assert_eq!(of(&[left.to_vec(), right.to_vec()]).mean.value, whole.mean.value);
            let better: Vec<i32> = answers.iter().map(|answer| (answer + 1).min(5)).collect();
            prop_assert!(of(&[better]).index.value >= whole.index.value);
            prop_assert!(whole.index.ci.is_none_or(|ci| whole.index.value.is_some_and(|value| ci.contains(value))));
        }
    }
}
