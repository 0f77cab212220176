//! What the page and the engine say to each other.
//!
//! Messages cross as bytes (postcard): small code on both sides, and no JSON of scenes.

mod preview;
mod snapshot;
mod status;
mod writing;

pub use preview::{PreviewAsk, Previewed, SampleScene, Source};
pub use snapshot::Snapshot;
pub use status::{ConfigFault, FeedFailure, Live, SITE, SourceStatus, Stand, Status};
pub use writing::{
    Act, JourneyChange, ListedJourney, OpenedJourney, ReadBack, Record, RequestScene, Subjects,
    Taken, WriteAsk, Written,
};

use crate::core::connection::Secret;
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
    /// The secret a connection's requests carry.
    Unlock {
        /// Which connection, by its id; none of those that are read is none.
        source: String,
        /// As the user typed it.
        secret: Secret,
    },
    /// Read again: where the connection allows it what is new alone, else everything. What is shown stays until the
    /// new reading is whole.
    Refresh,
    /// Stop reading. What has been read stays.
    Cancel,
    /// Read everything again, also what is not new.
    ReadAll,
    /// Look at what a feed gives, which need not be one that is read. It is answered once, with a [`Previewed`].
    Preview {
        /// Names the question in the answer.
        id: u32,
        /// What is to be looked at.
        ask: PreviewAsk,
    },
    /// Write a record, or get ready to. It is answered once, with a [`Written`].
    Write {
        /// Names the question in the answer.
        id: u32,
        /// What is to be written: a [`WriteAsk`] in bytes, so that pages that write nothing carry no code for it.
        ask: Vec<u8>,
    },
}

/// What the engine tells the page, and how a message begins: bytes may follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// How the reading stands.
    Status(Box<Status>),
    /// The answer to a question. The scene follows, as [`decode`] reads it.
    Scene {
        /// Which question.
        id: u32,
    },
    /// What was asked for is not there.
    Missing {
        /// Which question.
        id: u32,
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

/// The answer to a question as a message.
///
/// # Errors
/// As [`encode`].
pub fn encode_answer(id: u32, scene: &Scene) -> Result<Vec<u8>, Garbled> {
    match scene {
        Scene::Missing => encode(&Reply::Missing { id }),
        scene => encode_scene(id, scene),
    }
}

/// What was seen of a feed as a message.
///
/// # Errors
/// As [`encode`].
pub fn encode_preview(id: u32, seen: &Previewed) -> Result<Vec<u8>, Garbled> {
    encode_scene(id, seen)
}

/// What became of a record as a message.
///
/// # Errors
/// As [`encode`].
pub fn encode_written(id: u32, written: &Written) -> Result<Vec<u8>, Garbled> {
    encode_scene(id, written)
}

fn encode_scene<T: Serialize>(id: u32, scene: &T) -> Result<Vec<u8>, Garbled> {
    let mut message = encode(&Reply::Scene { id })?;
    message.extend_from_slice(&encode(scene)?);
    Ok(message)
}

/// What the engine tells the page, and the scene that follows, if one does.
///
/// # Errors
/// When the bytes are no such message.
pub fn decode_reply(bytes: &[u8]) -> Result<(Reply, &[u8]), Garbled> {
    Ok(postcard::take_from_bytes(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Lang;
    use crate::core::query::Filters;
    use crate::core::scene::Choices;

    #[test]
    fn requests_and_statuses_round_trip() {
        let query = Query::Overview(Filters::default(), Lang::Zh);
        let ask = Request::Ask { id: 7, query };
        assert_eq!(decode::<Request>(&encode(&ask).expect("bytes")).expect("a message"), ask);
        assert!(decode::<Request>(&[250, 1]).is_err());
        let status = Reply::Status(Box::new(Status { rows: 12, ..Status::default() }));
        let bytes = encode(&status).expect("bytes");
        assert_eq!(decode_reply(&bytes).expect("a reply"), (status, &[][..]));
        assert!(decode_reply(&[250, 1]).is_err());
    }

    #[test]
    fn a_scene_follows_its_head() {
        let choices = Choices::default();
        let bytes = encode_answer(7, &Scene::Choices(choices.clone())).expect("bytes");
        let (head, scene) = decode_reply(&bytes).expect("a reply");
        assert_eq!(head, Reply::Scene { id: 7 });
        assert_eq!(decode::<Choices>(scene).expect("a scene"), choices);
        let bytes = encode_answer(8, &Scene::Missing).expect("bytes");
        assert_eq!(decode_reply(&bytes).expect("a reply"), (Reply::Missing { id: 8 }, &[][..]));
    }
}
