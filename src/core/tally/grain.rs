//! How finely a tally tells responses apart.

use serde::{Deserialize, Serialize};

/// How finely a tally knows time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Resolution {
    /// By month.
    Month,
    /// By day.
    Day,
}

/// What a tally tells apart. A question that needs more than that cannot be answered from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grain {
    /// By touchpoint.
    pub touchpoint: bool,
    /// By time.
    pub resolution: Resolution,
    /// By segment, channel and team.
    pub dimensions: [bool; 3],
}

impl Grain {
    /// Everything told apart, as single responses are.
    pub const FINEST: Grain =
        Grain { touchpoint: true, resolution: Resolution::Day, dimensions: [true; 3] };

    /// Only months told apart.
    pub const MONTHS: Grain =
        Grain { touchpoint: false, resolution: Resolution::Month, dimensions: [false; 3] };

    /// What both tell apart.
    pub fn coarser(self, other: Grain) -> Grain {
        let mut dimensions = self.dimensions;
        dimensions.iter_mut().zip(other.dimensions).for_each(|(one, two)| *one &= two);
        Grain {
            touchpoint: self.touchpoint && other.touchpoint,
            resolution: self.resolution.min(other.resolution),
            dimensions,
        }
    }

    /// What either tells apart.
    pub fn finer(self, other: Grain) -> Grain {
        let mut dimensions = self.dimensions;
        dimensions.iter_mut().zip(other.dimensions).for_each(|(one, two)| *one |= two);
        Grain {
            touchpoint: self.touchpoint || other.touchpoint,
            resolution: self.resolution.max(other.resolution),
            dimensions,
        }
    }

    /// True when a tally of this grain can answer what needs `need`.
    pub fn covers(self, need: Grain) -> bool {
        let dimensions =
            self.dimensions.iter().zip(need.dimensions).all(|(has, wants)| *has || !wants);
        (self.touchpoint || !need.touchpoint) && self.resolution >= need.resolution && dimensions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finest_covers_all_and_months_cover_only_months() {
        assert!(Grain::FINEST.covers(Grain::MONTHS));
        assert!(!Grain::MONTHS.covers(Grain::FINEST));
        let by_team = Grain { dimensions: [false, false, true], ..Grain::MONTHS };
        assert!(by_team.covers(Grain::MONTHS) && !Grain::MONTHS.covers(by_team));
        assert!(!by_team.covers(Grain { touchpoint: true, ..Grain::MONTHS }));
        assert_eq!(by_team.coarser(Grain::FINEST), by_team);
        assert_eq!(by_team.finer(Grain::FINEST), Grain::FINEST);
    }
}
