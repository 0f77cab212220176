//! The five hearts: scores, health index, loop, maturity, alerts.

mod alert;
mod catalogue;
mod colour;
mod criteria;
mod deviation;
mod finding;
mod health;
mod heart_loop;
mod maturity;
mod score;

pub use alert::{Alert, Measure, Reference, Rule, Subject};
pub use catalogue::catalogue;
pub use colour::{Colour, Due, colour_of_behaviour, colour_of_deviation};
pub use criteria::{Criterion, MaturityRules, Requirement};
pub use deviation::{benchmark_missed, deviation, is_declining};
pub(crate) use finding::more_urgent;
pub use finding::{Finding, declining, indicator_finding, off, off_reference};
pub use health::{Blend, HealthIndex, HealthRules, Weighted, goalpost_score, health_index};
pub use heart_loop::{HeartLoop, MIN_PAIRS, heart_loop};
pub use maturity::{Gap, Maturity, MaturityLevel, maturity};
pub use score::{HeartScore, heart_score};
