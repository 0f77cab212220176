//! Questions and the scales they are answered on.

use super::{Heart, QuestionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A scale of whole numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Scale {
    /// The lowest answer.
    pub min: i16,
    /// The highest answer.
    pub max: i16,
}

impl Scale {
    /// 0 to 10: how likely to recommend.
    pub const NPS: Scale = Scale { min: 0, max: 10 };
    /// 1 to 5: satisfaction and Likert items.
    pub const FIVE: Scale = Scale { min: 1, max: 5 };
    /// 1 to 7: agreement that it was easy.
    pub const SEVEN: Scale = Scale { min: 1, max: 7 };

    /// How many answers the scale has; 0 for a scale whose ends are crossed.
    pub fn len(self) -> usize {
        usize::try_from(i32::from(self.max) - i32::from(self.min) + 1).unwrap_or(0)
    }

    /// True for a scale without answers.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The place of an answer on the scale, from 0; `None` when it is outside or not a whole number.
    pub fn place(self, answer: f64) -> Option<usize> {
        let whole = answer.fract() == 0.0;
        let inside = answer >= f64::from(self.min) && answer <= f64::from(self.max);
        (whole && inside).then(|| (answer - f64::from(self.min)) as usize)
    }
}

/// What a question measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Likelihood to recommend.
    Nps,
    /// Satisfaction.
    Csat,
    /// Effort: agreement that it was easy.
    Ces,
    /// An item of one heart.
    Heart(Heart),
}

impl Role {
    /// The scale the role is defined on.
    pub fn scale(self) -> Scale {
        match self {
            Role::Nps => Scale::NPS,
            Role::Ces => Scale::SEVEN,
            Role::Csat | Role::Heart(_) => Scale::FIVE,
        }
    }
}

/// One question, known by its id in every feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The id answers carry.
    pub id: QuestionId,
    /// What it measures, and thereby its scale.
    pub role: Role,
}

impl Question {
    /// The questions of a connection that names none: `nps`, `csat`, `ces` and one item a heart,
    /// each under the id of its role.
    pub fn defaults() -> Vec<Question> {
        let indices = [("nps", Role::Nps), ("csat", Role::Csat), ("ces", Role::Ces)];
        let hearts = Heart::ALL.map(|heart| (heart.id(), Role::Heart(heart)));
        let all = indices.into_iter().chain(hearts);
        all.map(|(id, role)| Question { id: QuestionId::new(id), role }).collect()
    }

    /// The question's scale.
    pub fn scale(&self) -> Scale {
        self.role.scale()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_needs_a_whole_number_on_the_scale() {
        assert_eq!(Scale::NPS.place(0.0), Some(0));
        assert_eq!(Scale::FIVE.place(5.0), Some(4));
        for outside in [-1.0, 10.5, 11.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Scale::NPS.place(outside), None, "{outside}");
        }
    }

    #[test]
    fn a_crossed_scale_has_no_answers() {
        assert!(Scale { min: 3, max: 1 }.is_empty());
    }
}
