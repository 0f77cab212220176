//! Net promoter score, of customers or of staff (eNPS).

use super::{Answers, Estimate, Interval, Level};
use crate::core::model::Scale;
use serde::{Deserialize, Serialize};

/// A net promoter score in points, −100 to +100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nps {
    /// Answers counted; of several questions together, the people who gave them.
    pub n: u64,
    /// Answers 9 and 10.
    pub promoters: u64,
    /// Answers 7 and 8.
    pub passives: u64,
    /// Answers 0 to 6.
    pub detractors: u64,
    /// Share of promoters less share of detractors, in points; absent without answers.
    pub score: Option<f64>,
    /// Standard error of the score, in points; absent without answers.
    pub se: Option<f64>,
    /// Adjusted Wald interval, in points; absent without answers, and where it does not hold the score.
    pub ci: Option<Interval>,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// The three classes' counts, which may carry the adjustment's fractions.
#[derive(Clone, Copy)]
pub(super) struct Classes {
    promoters: f64,
    detractors: f64,
    n: f64,
}

impl Classes {
    /// ¾ promoter, 1½ passives and ¾ detractor more.
    pub(super) fn adjusted(self) -> Self {
        Self {
            promoters: self.promoters + 0.75,
            detractors: self.detractors + 0.75,
            n: self.n + 3.0,
        }
    }

    pub(super) fn score(self) -> f64 {
        100.0 * (self.promoters - self.detractors) / self.n
    }

    pub(super) fn se(self) -> f64 {
        let (p, d) = (self.promoters / self.n, self.detractors / self.n);
        let variance = (p + d - (p - d).powi(2)).max(0.0);
        100.0 * (variance / self.n).sqrt()
    }
}

/// The net promoter score of answers from 0 to 10: 100·(p − d), with
/// SE = 100·√((p + d − (p − d)²)/n) and the adjusted Wald interval (¾, 1½ and ¾ answers added),
/// clipped to ±100. The score itself stays unadjusted, so that of a single answer, or of few at a low level, the
/// interval may lie beside it: then it is absent.
///
/// Source: B. Rocks, "Interval estimation for the net promoter score", The American Statistician
/// 70 (2016).
///
/// # Example
/// ```
/// use heartline::core::index::{Level, nps};
/// let nps = nps(&[10, 9, 8, 3], Level::default());
/// assert_eq!((nps.promoters, nps.passives, nps.detractors), (2, 1, 1));
/// assert_eq!(nps.score, Some(25.0));
/// ```
pub fn nps(answers: &(impl Answers + ?Sized), level: Level) -> Nps {
    let counts = answers.on(Scale::NPS);
    let (promoters, detractors) = (counts.between(9, 10), counts.between(0, 6));
    let (n, passives) = (counts.respondents(), counts.between(7, 8));
    let known = classes([promoters, passives, detractors], n);
    Nps {
        n,
        promoters,
        passives,
        detractors,
        score: known.map(Classes::score),
        se: known.map(Classes::se),
        ci: known.and_then(|classes| interval(classes, level)),
        n_missing: counts.n_missing,
        n_invalid: counts.n_invalid,
    }
}

/// The classes of so many people, as their answers are shared out; absent without any.
fn classes(counts: [u64; 3], n: u64) -> Option<Classes> {
    let [promoters, passives, detractors] = counts.map(|count| count as f64);
    let (answers, n) = (promoters + passives + detractors, n as f64);
    // Mostly each gave one answer, and counts stay whole.
    let of_people = |count: f64| if answers == n { count } else { count / answers * n };
    let classes = Classes { promoters: of_people(promoters), detractors: of_people(detractors), n };
    (n > 0.0).then_some(classes)
}

fn interval(classes: Classes, level: Level) -> Option<Interval> {
    let adjusted = classes.adjusted();
    let ci = Interval::around(adjusted.score(), level.z() * adjusted.se()).clip(-100.0, 100.0);
    Some(ci).filter(|ci| ci.contains(classes.score()))
}

impl Nps {
    /// Its classes; absent without answers.
    pub(super) fn classes(&self) -> Option<Classes> {
        classes([self.promoters, self.passives, self.detractors], self.n)
    }

    /// The score with its n and interval.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, nps};
    /// let score = nps(&[10, 9, 8, 3], Level::default()).estimate();
    /// assert_eq!((score.value, score.n), (Some(25.0), 4));
    /// ```
    pub fn estimate(&self) -> Estimate {
        Estimate { value: self.score, n: self.n, ci: self.ci }
    }

    /// The plain Wald interval, clipped to ±100; absent when all answers fall in one class, where
    /// its width would be zero.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::{Level, nps};
    /// let level = Level::default();
    /// assert!(nps(&[10, 9, 8, 3], level).wald(level).is_some_and(|ci| ci.contains(25.0)));
    /// assert_eq!(nps(&[10, 9], level).wald(level), None);
    /// ```
    pub fn wald(&self, level: Level) -> Option<Interval> {
        let se = self.se.filter(|se| *se > 0.0)?;
        Some(Interval::around(self.score?, level.z() * se).clip(-100.0, 100.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(answers: &[f64]) -> Nps {
        nps(answers, Level::default())
    }

    #[test]
    fn without_answers_there_is_no_score() {
        let none = of(&[]);
        assert_eq!((none.score, none.se, none.ci), (None, None, None));
    }

    #[test]
    fn one_class_alone_has_an_adjusted_interval_but_no_wald() {
        let all = of(&[10.0; 12]);
        assert_eq!(all.score, Some(100.0));
        assert!(all.ci.is_some_and(|ci| ci.high <= 100.0 && ci.low < 100.0));
        assert_eq!(all.wald(Level::default()), None);
    }

    #[test]
    fn an_interval_beside_the_score_is_none() {
        assert_eq!((of(&[10.0]).score, of(&[10.0]).ci), (Some(100.0), None));
        assert!(of(&[8.0]).ci.is_some_and(|ci| ci.contains(0.0)));
    }

    proptest! {
        #[test]
        fn whatever_the_counts_are(values in any::<[u64; 11]>()) {
            let nps = nps(&crate::core::index::Counts::of_counts(Scale::NPS, &values).expect("eleven"), Level::default());
            prop_assert!(nps.score.is_none_or(|score| (-100.0..=100.0).contains(&score)));
            prop_assert!(nps.ci.is_none_or(|ci| nps.score.is_some_and(|score| ci.contains(score))));
        }

        #[test]
        fn bounded_and_no_lower_for_a_better_answer(answers in prop::collection::vec(0i32..=10, 1..60)) {
            let score = |answers: &[i32]| nps(answers, Level::default()).score.expect("answers");
            let better: Vec<i32> = answers.iter().map(|answer| (answer + 1).min(10)).collect();
            prop_assert!((-100.0..=100.0).contains(&score(&answers)));
            prop_assert!(score(&answers) <= score(&better));
        }

        #[test]
        fn both_intervals_keep_their_bounds_and_hold_the_score(answers in prop::collection::vec(0i32..=10, 1..60)) {
            let nps = nps(&answers, Level::default());
            let wald = nps.wald(Level::default());
            for ci in [nps.ci, wald].into_iter().flatten() {
                prop_assert!(nps.score.is_some_and(|score| ci.contains(score)));
                prop_assert!(-100.0 <= ci.low && ci.low <= ci.high && ci.high <= 100.0);
            }
        }
    }
}
