//! Cases: one problem, from its report to its verified recovery.

use super::{CaseId, LocalText, TouchpointId};
use crate::core::calendar::Timestamp;
use serde::{Deserialize, Serialize};

/// How grave a case is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It annoys.
    Low,
    /// It hurts.
    #[default]
    Medium,
    /// It drives customers away.
    High,
}

impl Severity {
    /// All of them, the mildest first.
    pub const ALL: [Severity; 3] = [Severity::Low, Severity::Medium, Severity::High];

    /// Its name in files.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// Reported.
    #[default]
    Open,
    /// Somebody works on it.
    InProgress,
    /// Mended, not looked at again yet.
    Resolved,
    /// Looked at again, and mended.
    Verified,
}

/// One problem to be mended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its id; absent until somebody has given it one.
    pub id: Option<CaseId>,
    /// When it was reported.
    pub opened_at: Timestamp,
    /// Where it happened.
    pub touchpoint: TouchpointId,
    /// How grave it is.
    pub severity: Severity,
    /// Who answers for its end.
    pub owner: LocalText,
    /// How far it has come.
    pub status: CaseStatus,
    /// When it is to be mended.
    pub due: Option<Timestamp>,
    /// What lies at its root.
    pub cause: LocalText,
    /// What is done about it.
    pub action: LocalText,
}
