//! The document that says how one JSON API is read.
//!
//! A connection never holds a secret and names no vendor: selectors and paths carry every shape.

mod asking;
mod auth;
mod config;
mod document;
mod edit;
mod feed;
mod feed_id;
mod field;
mod fields;
mod headers;
mod inside;
mod lookup;
mod node;
mod paging;
mod query;
mod record;
mod request;
mod rows;
mod secret;
mod selector;
mod settings;
mod since;
mod slot;
mod surveys;

pub use asking::asking;
pub use auth::{Auth, Credential, Unfit, Wanted};
pub use config::{Config, ConfigError, Fault, Kind};
pub use document::{CONNECTION_FORMAT, connection_document};
pub use edit::put;
pub use feed::{Connection, Feed, Feeds, Level, ResponseFeed};
pub use feed_id::{FeedId, FeedKind};
pub use field::{DateForm, Field};
pub use fields::{
    IndicatorFields, JourneyFields, PersonaFields, ReadingFields, ResponseFields, RiskFields,
    StageFields, StandardFields, TallyFields, TouchpointFields,
};
pub use headers::Headers;
pub use inside::{Inside, NotJson, TextForm};
pub use lookup::{Lookup, Table, Tables};
pub use node::{Node, Written};
pub use paging::{Paging, Place, Way};
pub use query::{Parameters, without_parameter};
pub use request::{Call, FeedRequest, Method};
pub use rows::{Container, RowsPath};
pub use secret::{Secret, Veil};
pub use selector::{Selector, SelectorError, Step};
pub use settings::{Name, Settings, Targets};
pub use since::{Since, SinceForm};
pub use slot::Slot;
