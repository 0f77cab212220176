//! Why a feed could not be read, or not whole.

use crate::core::connection::Veil;
use crate::core::login::NoToken;
use crate::core::mapping::BodyError;
use crate::core::paging::PagingFault;
use serde::{Deserialize, Serialize};

/// Why a feed could not be read, or not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// No answer came. A browser does not say why; what it is likely to be follows.
    Unreachable {
        /// The device is offline.
        offline: bool,
        /// A page from https asked an API at http.
        mixed_content: bool,
        /// The API is at another origin, so that it must allow this one (CORS).
        other_origin: bool,
    },
    /// The answer began and did not arrive whole: the connection broke, or what came was not what the server had
    /// announced or packed. A browser does not say which.
    BrokeOff {
        /// The device is offline.
        offline: bool,
    },
    /// The server stayed silent for this many seconds.
    TimedOut(u32),
    /// The server answered with an error.
    Status {
        /// The HTTP status.
        code: u16,
        /// The beginning of what it said.
        beginning: String,
        /// For how many seconds it asks to be left alone, where that may be seen.
        retry_after: Option<u32>,
    },
    /// It sends the request on to another address, where a secret does not follow.
    Redirected,
    /// It wants a secret (401), and the connection does not say where one goes.
    NoAuth,
    /// The connection asks for a secret nobody has typed.
    NeedsSecret,
    /// The secret that was typed has characters that no request can carry.
    UnfitSecret,
    /// The login gave nothing where the token should be; what came instead.
    NoToken(String, String),
    /// The body could not be read.
    Body(BodyFailure),
    /// One page led to no other.
    Paging(PagingFault),
    /// The document was written for a newer Heartline.
    TooNew(u32),
    /// The reading was cancelled.
    Cancelled,
    /// The file of this name is not on this device, or not any more.
    NoFile(String),
    /// The lookup of this name could not be read, so that nobody knows what values of the feed stand for.
    Lookup(String, Box<Failure>),
}

impl Failure {
    /// The same, of a lookup of the feed. What concerns every request is told as it is.
    #[must_use]
    pub fn of_lookup(self, name: &str) -> Self {
        match self {
            Self::NoAuth
            | Self::NeedsSecret
            | Self::UnfitSecret
            | Self::NoToken(..)
            | Self::Cancelled => self,
            other => Self::Lookup(name.to_owned(), Box::new(other)),
        }
    }

    /// The same, with nothing hidden left in what others said.
    pub fn under(self, veil: &Veil) -> Self {
        match self {
            Self::Status { code, beginning, retry_after } => {
                Self::Status { code, beginning: veil.over(&beginning), retry_after }
            }
            Self::NoToken(place, said) => Self::NoToken(place, veil.over(&said)),
            Self::Body(BodyFailure::NotJson(beginning)) => {
                Self::Body(BodyFailure::NotJson(veil.over(&beginning)))
            }
            Self::Body(BodyFailure::NotATable(beginning)) => {
                Self::Body(BodyFailure::NotATable(veil.over(&beginning)))
            }
            Self::Body(BodyFailure::NoRows(path, found)) => {
                let found = found.iter().map(|name| veil.over(name)).collect();
                Self::Body(BodyFailure::NoRows(path, found))
            }
            Self::Lookup(name, why) => Self::Lookup(name, Box::new(why.under(veil))),
            other => other,
        }
    }
}

/// Why a body could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyFailure {
    /// It is empty.
    Empty,
    /// It is no JSON; it begins like this.
    NotJson(String),
    /// The rows are not at this path; these names are there instead.
    NoRows(String, Vec<String>),
    /// It broke off after so many rows.
    CutOff(u64),
    /// It is no CSV, as it should be; it begins like this.
    NotATable(String),
    /// It is CSV in some other encoding than UTF-8.
    NotUtf8,
}

impl From<PagingFault> for Failure {
    fn from(fault: PagingFault) -> Self {
        Self::Paging(fault)
    }
}

impl From<NoToken> for Failure {
    fn from(NoToken { place, said }: NoToken) -> Self {
        Self::NoToken(place, said)
    }
}

impl From<BodyError> for Failure {
    fn from(error: BodyError) -> Self {
        Self::Body(match error {
            BodyError::Empty => BodyFailure::Empty,
            BodyError::NotJson { beginning } => BodyFailure::NotJson(beginning),
            BodyError::NoRows { path, found } => BodyFailure::NoRows(path, found),
            BodyError::CutOff { rows } => BodyFailure::CutOff(rows),
            BodyError::NotATable { beginning } => BodyFailure::NotATable(beginning),
            BodyError::NotUtf8 => BodyFailure::NotUtf8,
        })
    }
}

/// Why the browser would not keep what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum NotKept {
    /// There is no room for it.
    #[error("the device has no room for it")]
    Full,
    /// It keeps nothing for this site: it was told so, or the window is a private one.
    #[error("the browser keeps nothing for this site")]
    Denied,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Auth, Secret};

    #[test]
    fn nothing_that_was_typed_is_said_again() {
        let mut veil = Veil::default();
        veil.add(&Auth::Bearer, &Secret::key("token-7"));
        let (text, hidden) = ("no token-7".to_owned(), "no •••".to_owned());
        let failures = |said: &String| {
            [
                Failure::Status { code: 403, beginning: said.clone(), retry_after: None },
                Failure::NoToken("$.result".into(), said.clone()),
                Failure::Body(BodyFailure::NotJson(said.clone())),
                Failure::Body(BodyFailure::NoRows("$[*]".into(), vec![said.clone()])),
                Failure::Body(BodyFailure::NotJson(said.clone())).of_lookup("forms"),
            ]
        };
        assert_eq!(failures(&text).map(|failure| failure.under(&veil)), failures(&hidden));
        assert_eq!(Failure::TimedOut(3).under(&veil), Failure::TimedOut(3));
    }

    #[test]
    fn what_concerns_every_request_is_no_matter_of_a_lookup() {
        assert_eq!(Failure::NeedsSecret.of_lookup("forms"), Failure::NeedsSecret);
        assert!(
            matches!(Failure::TimedOut(3).of_lookup("forms"), Failure::Lookup(name, _) if name == "forms")
        );
    }
}
