//! What a control chart shows, against what.

use super::Measure;
use serde::{Deserialize, Serialize};

/// The months a control chart's centre and limits come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Baseline {
    /// The first so many months shown.
    First(u8),
    /// All months shown.
    All,
}

impl Default for Baseline {
    fn default() -> Self {
        Self::First(12)
    }
}

impl Baseline {
    /// All baselines, in the order they are offered.
    pub const ALL: [Baseline; 4] =
        [Baseline::First(6), Baseline::First(12), Baseline::First(18), Baseline::All];

    /// How many of these months it takes.
    pub fn months(self, shown: usize) -> usize {
        match self {
            Baseline::First(count) => shown.min(usize::from(count)),
            Baseline::All => shown,
        }
    }

    /// The name used in URLs.
    pub fn id(self) -> String {
        match self {
            Baseline::First(count) => count.to_string(),
            Baseline::All => "all".into(),
        }
    }

    /// The baseline of a name.
    pub fn from_id(id: &str) -> Option<Baseline> {
        Self::ALL.into_iter().find(|baseline| baseline.id() == id)
    }
}

/// What a control chart shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ControlState {
    /// The figure, month by month.
    pub measure: Measure,
    /// What it is held against.
    pub baseline: Baseline,
    /// True for the chart that sees small shifts (EWMA).
    pub ewma: bool,
}
