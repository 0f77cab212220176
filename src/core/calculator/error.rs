//! Why nothing was calculated.

/// An index could not be calculated. A result that is not defined is no error: it is null.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalculationError {
    /// There is no such index.
    #[error("there is no index called `{0}`")]
    Unknown(String),
    /// A value of the input is not what the index takes.
    #[error("{path}: {reason}")]
    BadInput {
        /// Where in the input, such as `answers[3]`; `input` for all of it.
        path: String,
        /// What is wrong there.
        reason: String,
    },
}

impl CalculationError {
    pub(super) fn at(path: &str, reason: impl ToString) -> Self {
        let path = if matches!(path, "" | "." | "?") { "input" } else { path };
        Self::BadInput { path: path.to_owned(), reason: reason.to_string() }
    }
}
