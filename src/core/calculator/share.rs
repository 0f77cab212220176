//! Shares as analysts have them: as counts.

use super::CalculationError;
use super::whole::whole;
use crate::core::index;
use schemars::JsonSchema;
use serde::Deserialize;

/// A share as its counts.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Share {
    /// How many have it.
    #[serde(deserialize_with = "whole")]
    hits: u64,
    /// Out of how many.
    #[serde(deserialize_with = "whole")]
    n: u64,
}

impl Share {
    /// A share that can be one. `path` is where in the input it is.
    pub(super) fn possible(self, path: &str) -> Result<index::Share, CalculationError> {
        let Self { hits, n } = self;
        if hits > n {
            return Err(CalculationError::at(&format!("{path}.hits"), "more than n"));
        }
        Ok(index::Share { hits, n })
    }
}
