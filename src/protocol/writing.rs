//! Records that are handed over to an API, and what became of them.

use crate::core::connection::{ConfigError, Secret};
use crate::core::model::{
    Case, Journey, JourneyId, LocalText, NewResponse, Question, TouchpointId,
};
use crate::core::workspace::Failure;
use crate::core::writing::{Choice, Contest, MergeStep, Refusal, WriteError};
use serde::{Deserialize, Serialize};

/// Asks for something to be written, or for what leads there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteAsk {
    /// The connection's document.
    pub document: String,
    /// The secret its requests carry.
    pub secret: Option<Secret>,
    /// What is to be done.
    pub act: Act,
    /// Counts how often it was asked: the same number is the same question.
    pub time: u32,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Act {
    /// Say what can be written about.
    List,
    /// Read one journey as it is now.
    Open(JourneyId),
    /// Show the request that would be sent.
    Show(Record),
    /// Send it.
    Send {
        /// What is sent.
        record: Record,
        /// True when it was sent before under the same key, and nobody knows what became of it.
        was_sent: bool,
    },
}

/// A record, with the key by which it is known again if it comes twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// What a customer answered.
    Response(NewResponse, String),
    /// A problem to be mended.
    Case(Case, String),
    /// A journey that was changed.
    Journey(Box<JourneyChange>, String),
}

/// A journey that was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyChange {
    /// The row it was read from, as JSON: what was changed.
    pub base: String,
    /// The row as it is now, as far as is known: the same, unless somebody has changed it meanwhile.
    pub row: String,
    /// The revision of that row.
    pub revision: Option<String>,
    /// The journey as it is to be.
    pub mine: Journey,
    /// Whose change holds, where both have changed a field.
    pub choices: Vec<(Vec<MergeStep>, Choice)>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Written {
    /// The document does not say how such a record is written.
    Off,
    /// Something is wrong in the document.
    Wrong(ConfigError),
    /// The record cannot be written as the document says. Nothing was sent.
    Unwritable(WriteError),
    /// Nobody could be asked for what is there now. Nothing was sent, or what was sent was not taken.
    Unread(Failure),
    /// No answer came to what was sent.
    Failed(Failure),
    /// What can be written about.
    Subjects(Subjects),
    /// A journey as it is now.
    Opened(Box<OpenedJourney>),
    /// The request as it would be sent.
    Shown(RequestScene),
    /// The record was taken.
    Taken(Taken),
    /// It was not taken.
    Refused(Refusal),
    /// Somebody else has changed it too.
    Conflict {
        /// The row as it is now, as JSON.
        row: String,
        /// Its revision.
        revision: Option<String>,
        /// The fields both have changed; empty when the row cannot be read.
        contests: Vec<Contest>,
    },
}

/// What can be written about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Subjects {
    /// The questions answered.
    pub questions: Vec<Question>,
    /// The journeys there are.
    pub journeys: Vec<ListedJourney>,
    /// Why there may be more journeys than these.
    pub why: Option<Failure>,
}

/// A journey that can be changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListedJourney {
    /// Its id.
    pub id: JourneyId,
    /// Its name.
    pub name: LocalText,
    /// Its touchpoints, in order.
    pub touchpoints: Vec<(TouchpointId, LocalText)>,
}

/// A journey as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenedJourney {
    /// Its row, as JSON.
    pub row: String,
    /// Its revision, if it has one that can be seen.
    pub revision: Option<String>,
    /// True when the document says where the revision is, and nothing is seen there.
    pub lacks_revision: bool,
    /// The journey.
    pub journey: Journey,
}

/// A request as it is sent, without the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestScene {
    /// POST, PUT or PATCH.
    pub method: String,
    /// Where to.
    pub url: String,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// The body, as JSON with line breaks.
    pub body: String,
}

/// What is known of a record that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its id there, if the answer says one.
    pub id: Option<String>,
    /// The status of the answer.
    pub status: u16,
    /// Milliseconds until the answer was there, with every try.
    pub millis: u32,
    /// How often it was sent.
    pub tries: u32,
    /// True when it had been taken before.
    pub was_there: bool,
    /// True when others' changes were taken in.
    pub is_merged: bool,
    /// What of it was found there afterwards.
    pub read_back: ReadBack,
}

/// What of a record was found when it was read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadBack {
    /// Nobody asked for that.
    #[default]
    NotAsked,
    /// It could not be read.
    Unseen,
    /// These places were dropped in silence, or hold something else.
    Dropped(Vec<String>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{decode, encode};

    #[test]
    fn what_is_asked_and_answered_round_trips() {
        let step = MergeStep::Record("desk".to_owned());
        let change = JourneyChange {
            base: "{}".to_owned(),
            row: "{}".to_owned(),
            revision: Some("1".to_owned()),
            mine: Journey { name: LocalText::plain("A stay"), ..Journey::default() },
            choices: vec![(vec![step], Choice::Both)],
        };
        let record = Record::Journey(Box::new(change), "key".to_owned());
        let act = Act::Send { record, was_sent: true };
        let ask = WriteAsk { document: "{}".to_owned(), secret: None, act, time: 3 };
        assert_eq!(decode::<WriteAsk>(&encode(&ask).expect("bytes")).expect("an ask"), ask);
        let read_back = ReadBack::Dropped(vec!["$.comment".to_owned()]);
        let taken = Written::Taken(Taken { status: 201, read_back, ..Taken::default() });
        assert_eq!(decode::<Written>(&encode(&taken).expect("bytes")).expect("an answer"), taken);
    }
}
