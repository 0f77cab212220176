//! What each level of maturity asks for.

use serde::{Deserialize, Serialize};

/// What a measure must reach.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// No less than this.
    AtLeast(f64),
    /// No more than this.
    AtMost(f64),
}

impl Requirement {
    /// True when a value meets it; the bound itself does.
    ///
    /// # Example
    /// ```
    /// use heartline::core::hearts::Requirement;
    /// assert!(Requirement::AtLeast(85.0).is_met_by(85.0));
    /// assert!(!Requirement::AtMost(5.0).is_met_by(5.1));
    /// ```
    pub fn is_met_by(self, value: f64) -> bool {
        match self {
            Requirement::AtLeast(least) => value >= least,
            Requirement::AtMost(most) => value <= most,
        }
    }
}

/// One criterion of a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// What is measured: `csat` and `nps` come from the responses, any other name is an indicator's id.
    pub measure: String,
    /// What it must reach.
    pub requirement: Requirement,
}

/// The criteria of L2 to L5.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MaturityRules {
    /// Criteria of L2, L3, L4 and L5.
    pub levels: [Vec<Criterion>; 4],
}

impl Default for MaturityRules {
    fn default() -> Self {
        use Requirement::{AtLeast, AtMost};
        let level = |criteria: &[(&str, Requirement)]| {
            let one = |(measure, requirement): &(&str, Requirement)| Criterion {
                measure: (*measure).into(),
                requirement: *requirement,
            };
            criteria.iter().map(one).collect::<Vec<_>>()
        };
        Self {
            levels: [
                level(&[("awareness", AtLeast(70.0)), ("service_error", AtMost(5.0))]),
                level(&[
                    ("behaviour_rate", AtLeast(85.0)),
                    ("csat", AtLeast(85.0)),
                    ("nps", AtLeast(20.0)),
                ]),
                level(&[("brand_premium", AtLeast(15.0)), ("benchmark_cases", AtLeast(1.0))]),
                level(&[("nps", AtLeast(60.0)), ("adopted_outside", AtLeast(1.0))]),
            ],
        }
    }
}
