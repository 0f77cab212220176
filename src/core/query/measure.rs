//! What a heat map shows, by what, and in which order.

use crate::core::model::{Dimension, Heart, Role};
use serde::{Deserialize, Serialize};

/// One figure of a touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Share satisfied, in percent.
    #[default]
    Csat,
    /// Net promoter score, in points.
    Nps,
    /// Share agreeing that it was easy, in percent.
    Ces,
    /// Measured emotion, −2 to +2.
    Emotion,
    /// One heart's score, 0 to 100.
    Heart(Heart),
}

impl Measure {
    /// All measures, in the order they are offered.
    pub const ALL: [Measure; 9] = [
        Measure::Csat,
        Measure::Nps,
        Measure::Ces,
        Measure::Emotion,
        Measure::Heart(Heart::Care),
        Measure::Heart(Heart::Patience),
        Measure::Heart(Heart::Attentiveness),
        Measure::Heart(Heart::Responsibility),
        Measure::Heart(Heart::Confidence),
    ];

    /// What the questions measure that it is made of.
    pub fn role(self) -> Role {
        match self {
            Measure::Csat | Measure::Emotion => Role::Csat,
            Measure::Nps => Role::Nps,
            Measure::Ces => Role::Ces,
            Measure::Heart(heart) => Role::Heart(heart),
        }
    }

    /// The least and the greatest value it can have.
    pub fn range(self) -> (f64, f64) {
        match self {
            Measure::Csat | Measure::Ces | Measure::Heart(_) => (0.0, 100.0),
            Measure::Nps => (-100.0, 100.0),
            Measure::Emotion => (-2.0, 2.0),
        }
    }

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            Measure::Csat => "csat",
            Measure::Nps => "nps",
            Measure::Ces => "ces",
            Measure::Emotion => "emotion",
            Measure::Heart(heart) => heart.id(),
        }
    }

    /// The measure of a name.
    pub fn from_id(id: &str) -> Option<Measure> {
        Self::ALL.into_iter().find(|measure| measure.id() == id)
    }
}

/// What the columns of a heat map are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HeatBy {
    /// The five hearts; the measure is then each heart's score.
    Heart,
    /// Months of the period.
    #[default]
    Month,
    /// The values of a dimension.
    Dimension(Dimension),
}

impl HeatBy {
    /// All columns, in the order they are offered.
    pub const ALL: [HeatBy; 5] = [
        HeatBy::Heart,
        HeatBy::Month,
        HeatBy::Dimension(Dimension::Segment),
        HeatBy::Dimension(Dimension::Channel),
        HeatBy::Dimension(Dimension::Team),
    ];

    /// The name used in URLs.
    pub fn id(self) -> &'static str {
        match self {
            HeatBy::Heart => "heart",
            HeatBy::Month => "month",
            HeatBy::Dimension(dimension) => dimension.id(),
        }
    }

    /// The columns of a name.
    pub fn from_id(id: &str) -> Option<HeatBy> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}

/// In which order a heat map's rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HeatOrder {
    /// As the customer meets them.
    #[default]
    Journey,
    /// By name.
    Name,
    /// Lowest over all columns first.
    Coldest,
    /// Highest over all columns first.
    Warmest,
    /// Lowest in one column first; a column that is not there leaves the journey's order.
    Column(u16),
}

impl HeatOrder {
    /// The name used in URLs.
    pub fn id(self) -> String {
        match self {
            HeatOrder::Journey => "journey".into(),
            HeatOrder::Name => "name".into(),
            HeatOrder::Coldest => "coldest".into(),
            HeatOrder::Warmest => "warmest".into(),
            HeatOrder::Column(column) => column.to_string(),
        }
    }

    /// The order of a name.
    pub fn from_id(id: &str) -> Option<HeatOrder> {
        match id {
            "journey" => Some(HeatOrder::Journey),
            "name" => Some(HeatOrder::Name),
            "coldest" => Some(HeatOrder::Coldest),
            "warmest" => Some(HeatOrder::Warmest),
            column => column.parse().ok().map(HeatOrder::Column),
        }
    }
}
