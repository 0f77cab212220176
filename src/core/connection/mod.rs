//! The document that says how one JSON API is read and written.
//!
//! A connection never holds a secret and names no vendor: selectors and paths carry every shape.

mod asking;
mod auth;
mod config;
mod csv;
mod device_file;
mod document;
mod edit;
mod feed;
mod feed_id;
mod field;
mod fields;
mod headers;
mod inside;
mod login;
mod lookup;
mod node;
mod paging;
mod path_template;
mod proxy;
mod query;
mod record;
mod refresh;
mod request;
mod reversed;
mod rows;
mod schema;
mod secret;
mod selector;
mod session_auth;
mod settings;
mod since;
mod slot;
mod surveys;
mod template;
mod writes;

pub use asking::asking;
pub use auth::{Auth, Credential, Unfit, Wanted};
pub use config::{Config, ConfigError, Fault, Kind};
pub use csv::Csv;
pub use device_file::{DEVICE, DeviceFile};
pub use document::{CONNECTION_FORMAT, connection_document, is_connection};
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
pub use login::Login;
pub use lookup::{Lookup, Table, Tables};
pub use node::{Node, Written};
pub use paging::{Paging, Place, Way};
pub use path_template::PathTemplate;
pub use proxy::Proxy;
pub use query::{Parameters, without_parameter};
pub use refresh::{Events, Refresh};
pub use request::{Call, FeedRequest, Method};
pub use reversed::{Ambiguous, reversed};
pub use rows::{Container, RowsPath};
pub use schema::{Definitions, Described, config_schema, connection_schema};
pub use secret::{Secret, Veil};
pub use selector::{Selector, SelectorError, Step};
pub use session_auth::{Carried, SessionAuth, TokenPlace};
pub use settings::{Name, Settings, Targets};
pub use since::{Since, SinceForm};
pub use slot::Slot;
pub use template::{Template, TemplatePlace};
pub use writes::{Revision, Write, WriteKind, Writes};
