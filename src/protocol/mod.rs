//! What the page and the engine say to each other.
//!
//! Messages cross as bytes (postcard): small code on both sides, and no JSON of scenes.

mod snapshot;
mod status;

pub use snapshot::Snapshot;
pub use status::{ConfigFault, Status};

use crate::core::query::Query;
use crate::core::scene::Scene;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What the page asks of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// The page is there: it wants to know how things stand.
    Hello,
    /// Answer this query now and whenever the answer changes.
    Ask {
        /// Names the question in later messages.
        id: u32,
        /// The question.
        query: Query,
    },
    /// The question is no longer asked.
    Drop {
        /// Which question.
        id: u32,
    },
    /// The secret the connection's requests carry.
    Unlock {
        /// As the user typed it.
        secret: String,
    },
    /// Read everything again; what is shown stays until the new reading is whole.
    Refresh,
    /// Stop reading. What has been read stays.
    Cancel,
}

/// What the engine tells the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// How the reading stands.
    Status(Status),
    /// The answer to a question.
    Scene {
        /// Which question.
        id: u32,
        /// The answer.
        scene: Scene,
    },
}

/// A message could not be read: page and engine are of different builds.
#[derive(Debug, thiserror::Error)]
#[error("the page and its engine do not understand each other: {0}")]
pub struct Garbled(#[from] postcard::Error);

/// A message as bytes.
///
/// # Errors
/// When a length is not known beforehand, which no message here does.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, Garbled> {
    Ok(postcard::to_allocvec(message)?)
}

/// Bytes as a message.
///
/// # Errors
/// When the bytes are not such a message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Garbled> {
    Ok(postcard::from_bytes(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Lang;
    use crate::core::query::Filters;

    #[test]
    fn messages_round_trip() {
        let query = Query::Overview(Filters::default(), Lang::Zh);
        let ask = Request::Ask { id: 7, query };
        assert_eq!(decode::<Request>(&encode(&ask).expect("bytes")).expect("a message"), ask);
        let reply = Reply::Scene { id: 7, scene: Scene::Missing };
        assert_eq!(decode::<Reply>(&encode(&reply).expect("bytes")).expect("a message"), reply);
        assert!(decode::<Request>(&[250, 1]).is_err());
    }
}
