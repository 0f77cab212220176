//! Failure modes and their effects: what may go wrong at a touchpoint.

use serde::{Deserialize, Serialize};

/// One failure mode, rated from 1 to 10 by severity, occurrence and detection (10 is worst: severe, frequent,
/// hardly detected).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rating {
    severity: u8,
    occurrence: u8,
    detection: u8,
}

/// How urgent action is (AIAG & VDA).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActionPriority {
    /// Action could be taken.
    Low,
    /// Action should be taken, or it is documented why not.
    Medium,
    /// Action must be taken, or it is documented why what is in place is enough.
    High,
}

/// What a rating comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fmea {
    /// Risk priority number, severity × occurrence × detection, 1 to 1000.
    pub rpn: u16,
    /// Action priority, from the table and not from a threshold of the number.
    pub action_priority: ActionPriority,
}

impl Rating {
    /// A rating; absent when any of the three is no whole number from 1 to 10.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Rating;
    /// let rating = Rating::new(9.0, 4.0, 2.0).expect("whole numbers from 1 to 10");
    /// assert_eq!((rating.severity(), rating.occurrence(), rating.detection()), (9, 4, 2));
    /// assert_eq!(Rating::new(9.0, 4.0, 10.5), None);
    /// ```
    pub fn new(severity: f64, occurrence: f64, detection: f64) -> Option<Self> {
        let [severity, occurrence, detection] = [severity, occurrence, detection].map(rank);
        Some(Self { severity: severity?, occurrence: occurrence?, detection: detection? })
    }

    /// Severity, 1 to 10.
    pub fn severity(self) -> u8 {
        self.severity
    }

    /// Occurrence, 1 to 10.
    pub fn occurrence(self) -> u8 {
        self.occurrence
    }

    /// Detection, 1 to 10.
    pub fn detection(self) -> u8 {
        self.detection
    }
}

fn rank(value: f64) -> Option<u8> {
    ((1.0..=10.0).contains(&value) && value.fract() == 0.0).then_some(value as u8)
}

/// Risk priority number and action priority of a failure mode.
///
/// Source: AIAG & VDA, "FMEA handbook" (2019), table of action priority for design FMEA.
///
/// # Example
/// ```
/// use heartline::core::index::{ActionPriority, Rating, fmea};
/// let rating = Rating::new(9.0, 4.0, 2.0).expect("whole numbers from 1 to 10");
/// // A small number, yet urgent: severity comes first.
/// assert_eq!((fmea(rating).rpn, fmea(rating).action_priority), (72, ActionPriority::High));
/// assert_eq!(Rating::new(9.0, 0.0, 2.5), None);
/// ```
pub fn fmea(rating: Rating) -> Fmea {
    let Rating { severity, occurrence, detection } = rating;
    Fmea {
        rpn: u16::from(severity) * u16::from(occurrence) * u16::from(detection),
        action_priority: action_priority(rating),
    }
}

/// By band of severity (worst first), then of occurrence (worst first), one letter a band of detection (worst
/// first).
const TABLE: [[[ActionPriority; 4]; 5]; 5] = {
    use ActionPriority::{High as H, Low as L, Medium as M};
    const LOW: [ActionPriority; 4] = [ActionPriority::Low; 4];
    [
        [[H, H, H, H], [H, H, H, H], [H, H, H, M], [H, M, L, L], LOW],
        [[H, H, H, H], [H, H, H, M], [H, M, M, M], [M, M, L, L], LOW],
        [[H, H, M, M], [M, M, M, L], [M, L, L, L], LOW, LOW],
        [[M, M, L, L], LOW, LOW, LOW, LOW],
        [LOW; 5],
    ]
};

/// The lowest rank of each band but the last.
const SEVERITY_BANDS: [u8; 4] = [9, 7, 4, 2];
const OCCURRENCE_BANDS: [u8; 4] = [8, 6, 4, 2];
const DETECTION_BANDS: [u8; 3] = [7, 5, 2];

fn action_priority(rating: Rating) -> ActionPriority {
    let severity = band(rating.severity, &SEVERITY_BANDS);
    let occurrence = band(rating.occurrence, &OCCURRENCE_BANDS);
    let detection = band(rating.detection, &DETECTION_BANDS);
    TABLE[severity][occurrence][detection]
}

fn band(rank: u8, lowest: &[u8]) -> usize {
    lowest.iter().position(|low| rank >= *low).unwrap_or(lowest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = Rating> {
        let ranks = || (1..=10).map(f64::from);
        ranks().flat_map(move |s| {
            ranks().flat_map(move |o| ranks().filter_map(move |d| Rating::new(s, o, d)))
        })
    }

    #[test]
    fn a_thousand_ratings_and_no_other() {
        assert_eq!(all().count(), 1000);
        for wrong in [0.0, 11.0, 2.5, f64::NAN] {
            assert_eq!(Rating::new(wrong, 5.0, 5.0), None, "{wrong}");
        }
    }

    #[test]
    fn a_worse_rank_never_makes_action_less_urgent() {
        let worse = |r: Rating| {
            let [s, o, d] = [r.severity, r.occurrence, r.detection].map(f64::from);
            [Rating::new(s + 1.0, o, d), Rating::new(s, o + 1.0, d), Rating::new(s, o, d + 1.0)]
        };
        for rating in all() {
            for other in worse(rating).into_iter().flatten() {
                assert!(action_priority(other) >= action_priority(rating), "{rating:?} {other:?}");
                assert!(fmea(other).rpn > fmea(rating).rpn);
            }
        }
    }

    #[test]
    fn urgency_is_not_a_threshold_of_the_number() {
        let of = |s, o, d| fmea(Rating::new(s, o, d).expect("ranks"));
        let (severe, frequent) = (of(10.0, 4.0, 2.0), of(3.0, 10.0, 10.0));
        assert!(severe.rpn < frequent.rpn && severe.action_priority > frequent.action_priority);
    }
}
