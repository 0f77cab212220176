//! The five hearts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the five hearts. Each strengthens the next; the last feeds the first again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Heart {
    /// 爱心: the starting point, empathy beyond the transaction.
    Care,
    /// 耐心: the method, listen whole, explain, follow up.
    Patience,
    /// 细心: the assurance, details right and needs foreseen.
    Attentiveness,
    /// 责任心: the commitment, own it, fix it, improve.
    Responsibility,
    /// 信心: the result, able and believing.
    Confidence,
}

impl Heart {
    /// The hearts in the order of the loop.
    pub const ALL: [Heart; 5] = [
        Heart::Care,
        Heart::Patience,
        Heart::Attentiveness,
        Heart::Responsibility,
        Heart::Confidence,
    ];

    /// The heart's place in the loop, 0 to 4.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The heart this one strengthens.
    pub fn next(self) -> Heart {
        Self::ALL[(self.index() + 1) % Self::ALL.len()]
    }

    /// The id used in files and URLs.
    pub fn id(self) -> &'static str {
        match self {
            Heart::Care => "care",
            Heart::Patience => "patience",
            Heart::Attentiveness => "attentiveness",
            Heart::Responsibility => "responsibility",
            Heart::Confidence => "confidence",
        }
    }

    /// The heart of an id, whatever its case.
    pub fn from_id(id: &str) -> Option<Heart> {
        Self::ALL.into_iter().find(|heart| heart.id().eq_ignore_ascii_case(id.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loop_closes_after_five() {
        let mut heart = Heart::Care;
        for _ in 0..5 {
            heart = heart.next();
        }
        assert_eq!(heart, Heart::Care);
        assert_eq!(Heart::Confidence.next(), Heart::Care);
    }

    #[test]
    fn ids_round_trip() {
        for heart in Heart::ALL {
            assert_eq!(Heart::from_id(heart.id()), Some(heart));
            assert_eq!(Heart::ALL[heart.index()], heart);
        }
    }
}
