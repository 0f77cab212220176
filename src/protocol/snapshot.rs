//! Answers given beforehand.

use super::Status;
use crate::core::query::Query;
use serde::{Deserialize, Serialize};

/// What the engine would say to some questions, written down when the site was built. A page shows it
/// at once; the engine's own answers replace it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// How things stood.
    pub status: Status,
    /// Questions and the scenes that answer them, each as the bytes that [`decode`](super::decode) reads.
    pub answers: Vec<(Query, Vec<u8>)>,
}
