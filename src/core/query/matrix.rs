//! How a journey's touchpoints are weighed against each other.

use super::Measure;
use serde::{Deserialize, Serialize};

/// What the heat page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HeatView {
    /// Touchpoints by heart, month or dimension.
    #[default]
    Map,
    /// Importance against performance.
    Priority,
    /// Severity against occurrence of what may fail.
    Risk,
}

impl HeatView {
    /// All views, in the order they are offered.
    pub const ALL: [HeatView; 3] = [HeatView::Map, HeatView::Priority, HeatView::Risk];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            HeatView::Map => "map",
            HeatView::Priority => "priority",
            HeatView::Risk => "risk",
        }
    }

    /// The view of a name.
    pub fn from_id(id: &str) -> Option<HeatView> {
        Self::ALL.into_iter().find(|view| view.id() == id)
    }
}

/// Where a touchpoint's importance comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Importance {
    /// Customers state it, 1 to 10.
    #[default]
    Stated,
    /// Pearson's correlation of its months with the journey's, −1 to 1.
    Pearson,
    /// Spearman's, which asks only whether both rise.
    Spearman,
}

impl Importance {
    /// All, in the order they are offered.
    pub const ALL: [Importance; 3] =
        [Importance::Stated, Importance::Pearson, Importance::Spearman];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            Importance::Stated => "stated",
            Importance::Pearson => "pearson",
            Importance::Spearman => "spearman",
        }
    }

    /// The importance of a name.
    pub fn from_id(id: &str) -> Option<Importance> {
        Self::ALL.into_iter().find(|importance| importance.id() == id)
    }
}

/// Where the lines between high and low are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lines {
    /// At the means of the touchpoints shown.
    #[default]
    Means,
    /// At the middles of both scales.
    Middle,
}

impl Lines {
    /// All, in the order they are offered.
    pub const ALL: [Lines; 2] = [Lines::Means, Lines::Middle];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            Lines::Means => "means",
            Lines::Middle => "middle",
        }
    }

    /// The lines of a name.
    pub fn from_id(id: &str) -> Option<Lines> {
        Self::ALL.into_iter().find(|lines| lines.id() == id)
    }
}

/// What a priority matrix weighs, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PriorityState {
    /// The performance.
    pub measure: Measure,
    /// The importance.
    pub importance: Importance,
    /// The lines between high and low.
    pub lines: Lines,
}

/// A cell of the risk matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RiskCell {
    /// How badly it hurts, 1 to 10.
    pub severity: u8,
    /// How often it happens, 1 to 10.
    pub occurrence: u8,
}

impl RiskCell {
    /// A cell; none when a rank is not from 1 to 10.
    pub fn new(severity: u8, occurrence: u8) -> Option<Self> {
        let holds = |rank| (1..=10).contains(&rank);
        (holds(severity) && holds(occurrence)).then_some(Self { severity, occurrence })
    }

    /// The name used in URLs: `8-6`, severity first.
    pub fn id(self) -> String {
        format!("{}-{}", self.severity, self.occurrence)
    }

    /// The cell of a name.
    pub fn from_id(id: &str) -> Option<RiskCell> {
        let (severity, occurrence) = id.split_once('-')?;
        Self::new(severity.parse().ok()?, occurrence.parse().ok()?)
    }
}
