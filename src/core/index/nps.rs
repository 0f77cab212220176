//! Net promoter score, of customers or of staff (eNPS).

use super::normal::two_sided_p;
use super::{Counts, Estimate, Interval, Level};
use serde::{Deserialize, Serialize};

/// A net promoter score in points, −100 to +100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nps {
    /// Answers counted.
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
    /// Adjusted Wald interval, in points; absent without answers.
    pub ci: Option<Interval>,
    /// Responses without an answer.
    pub n_missing: u64,
    /// Answers off the scale.
    pub n_invalid: u64,
}

/// The three classes' counts, which may carry the adjustment's fractions.
#[derive(Clone, Copy)]
struct Classes {
    promoters: f64,
    detractors: f64,
    n: f64,
}

impl Classes {
    /// ¾ promoter, 1½ passives and ¾ detractor more.
    fn adjusted(self) -> Self {
        Self {
            promoters: self.promoters + 0.75,
            detractors: self.detractors + 0.75,
            n: self.n + 3.0,
        }
    }

    fn score(self) -> f64 {
        100.0 * (self.promoters - self.detractors) / self.n
    }

    fn se(self) -> f64 {
        let (p, d) = (self.promoters / self.n, self.detractors / self.n);
        let variance = (p + d - (p - d).powi(2)).max(0.0);
        100.0 * (variance / self.n).sqrt()
    }
}

/// The net promoter score of answers from 0 to 10: 100·(p − d), with
/// SE = 100·√((p + d − (p − d)²)/n) and the adjusted Wald interval (¾, 1½ and ¾ answers added),
/// clipped to ±100. The score itself stays unadjusted.
///
/// Source: B. Rocks, "Interval estimation for the net promoter score", The American Statistician
/// 70 (2016).
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, nps}, model::Scale};
/// let counts = Counts::of(Scale::NPS, &[10.0, 9.0, 8.0, 3.0]);
/// let nps = nps(&counts, Level::default());
/// assert_eq!((nps.promoters, nps.passives, nps.detractors), (2, 1, 1));
/// assert_eq!(nps.score, Some(25.0));
/// ```
pub fn nps(counts: &Counts, level: Level) -> Nps {
    let (promoters, detractors) = (counts.between(9, 10), counts.between(0, 6));
    let n = counts.n();
    let known = (n > 0).then(|| classes(promoters, detractors, n));
    Nps {
        n,
        promoters,
        passives: n - promoters - detractors,
        detractors,
        score: known.map(Classes::score),
        se: known.map(Classes::se),
        ci: known.map(|classes| interval(classes.adjusted(), level)),
        n_missing: counts.n_missing,
        n_invalid: counts.n_invalid,
    }
}

fn classes(promoters: u64, detractors: u64, n: u64) -> Classes {
    Classes { promoters: promoters as f64, detractors: detractors as f64, n: n as f64 }
}

fn interval(adjusted: Classes, level: Level) -> Interval {
    Interval::around(adjusted.score(), level.z() * adjusted.se()).clip(-100.0, 100.0)
}

impl Nps {
    /// The score with its n and interval.
    pub fn estimate(&self) -> Estimate {
        Estimate { value: self.score, n: self.n, ci: self.ci }
    }

    /// The plain Wald interval, clipped to ±100; absent when all answers fall in one class, where
    /// its width would be zero.
    pub fn wald(&self, level: Level) -> Option<Interval> {
        let se = self.se.filter(|se| *se > 0.0)?;
        Some(Interval::around(self.score?, level.z() * se).clip(-100.0, 100.0))
    }
}

/// Two net promoter scores held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NpsComparison {
    /// First score less second, unadjusted, in points.
    pub difference: f64,
    /// Interval of the difference of the adjusted scores, in points.
    pub ci: Interval,
    /// Difference of the adjusted scores over its standard error.
    pub z: f64,
    /// Two-sided.
    pub p_value: f64,
}

/// Compares two scores by a z test on the adjusted scores, +3 answers in each group; absent when
/// either has no answers.
///
/// Source: Rocks (2016), as in [`nps`].
pub fn compare_nps(a: &Nps, b: &Nps, level: Level) -> Option<NpsComparison> {
    let difference = a.score? - b.score?;
    let [first, second] =
        [a, b].map(|group| classes(group.promoters, group.detractors, group.n).adjusted());
    let adjusted = first.score() - second.score();
    let se = first.se().hypot(second.se());
    let z = adjusted / se;
    let ci = Interval::around(adjusted, level.z() * se).clip(-200.0, 200.0);
    Some(NpsComparison { difference, ci, z, p_value: two_sided_p(z) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Scale;
    use proptest::prelude::*;

    fn of(answers: &[f64]) -> Nps {
        nps(&Counts::of(Scale::NPS, answers), Level::default())
    }

    #[test]
    fn without_answers_there_is_no_score() {
        let none = of(&[]);
        assert_eq!((none.score, none.se, none.ci), (None, None, None));
        assert_eq!(compare_nps(&none, &of(&[10.0]), Level::default()), None);
    }

    #[test]
    fn one_class_alone_has_an_adjusted_interval_but_no_wald() {
        let all = of(&[10.0; 12]);
        assert_eq!(all.score, Some(100.0));
        assert!(all.ci.is_some_and(|ci| ci.high <= 100.0 && ci.low < 100.0));
        assert_eq!(all.wald(Level::default()), None);
    }

    proptest! {
        #[test]
        fn bounded_and_antisymmetric(a in prop::collection::vec(0i16..=10, 1..60), b in prop::collection::vec(0i16..=10, 1..60)) {
            let [a, b] = [a, b].map(|answers| {
                of(&answers.into_iter().map(f64::from).collect::<Vec<_>>())
            });
            prop_assert!(a.score.is_some_and(|score| score.abs() <= 100.0));
            let there = compare_nps(&a, &b, Level::default()).expect("answers in both");
            let back = compare_nps(&b, &a, Level::default()).expect("answers in both");
            prop_assert!((there.z + back.z).abs() < 1e-9);
            prop_assert!((0.0..=1.0).contains(&there.p_value));
        }
    }
}
