//! Feeds: which rows a connection gives, and what they mean.

use super::lookup::{lookups, must_be_known};
use super::node::{Node, Written, positive};
use super::record::{Act, Fields};
use super::{
    Auth, ConfigError, FeedKind, FeedRequest, Headers, IndicatorFields, JourneyFields, Lookup,
    Parameters, Proxy, Refresh, ResponseFields, RowsPath, Selector, Since, TallyFields, Writes,
};
use crate::core::model::LocalText;

/// How one JSON API is read and written.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Its name, as the user reads it.
    pub name: LocalText,
    /// Where its paths start; relative to the page when it is no full URL.
    pub base_url: String,
    /// What is asked in the API's place, where that lets no other site read it.
    pub proxy: Option<Proxy>,
    /// Parameters of every request's query.
    pub query: Parameters,
    /// Headers of every request.
    pub headers: Headers,
    /// How requests prove who they are.
    pub auth: Auth,
    /// Seconds until a silent server is given up.
    pub timeout_seconds: u32,
    /// How often a request that was turned away for now is sent again.
    pub retries: u32,
    /// How many requests are under way at once, at most.
    pub max_requests: u32,
    /// When it is read again by itself.
    pub refresh: Refresh,
    /// What it gives.
    pub feeds: Feeds,
    /// What it takes.
    pub writes: Writes,
}

/// How often a request that was turned away is sent again.
const RETRIES: u32 = 3;
/// How many requests are under way at once.
const MAX_REQUESTS: u32 = 4;
/// How long a silent server is waited for.
const TIMEOUT_SECONDS: u32 = 30;

impl Written for Connection {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&[
            "name",
            "base_url",
            "proxy",
            "query",
            "headers",
            "auth",
            "timeout_seconds",
            "retries",
            "max_requests",
            "refresh",
            "feeds",
            "writes",
        ])?;
        Ok(Self {
            name: node.or("name", LocalText::default())?,
            base_url: node.required("base_url")?,
            proxy: node.optional("proxy")?,
            query: node.or("query", Parameters::default())?,
            headers: node.or("headers", Headers::default())?,
            auth: node.or("auth", Auth::None)?,
            timeout_seconds: node.or("timeout_seconds", TIMEOUT_SECONDS)?,
            retries: node.or("retries", RETRIES)?,
            max_requests: positive(node, "max_requests")?.unwrap_or(MAX_REQUESTS),
            refresh: node.or("refresh", Refresh::default())?,
            feeds: node.required("feeds")?,
            writes: node.or("writes", Writes::default())?,
        })
    }
}

/// What a connection gives. Every feed may be left out.
#[derive(Clone, Debug, Default)]
pub struct Feeds {
    /// Journeys with their stages and touchpoints.
    pub journeys: Option<Feed<JourneyFields>>,
    /// Single responses.
    pub responses: Option<ResponseFeed>,
    /// Counts grouped beforehand, for what no single responses are given of.
    pub tally: Option<Feed<TallyFields>>,
    /// Sums of the very responses that `responses` gives one by one: shown until those are read.
    pub summary: Vec<Feed<TallyFields>>,
    /// Operational indicators.
    pub indicators: Option<Feed<IndicatorFields>>,
}

/// How a feed is asked for, where its rows are and where a record's fields are in a row.
#[derive(Clone, Debug)]
pub struct Feed<F: Default> {
    /// How it is asked for.
    pub request: FeedRequest,
    /// Where the rows are.
    pub rows: RowsPath,
    /// Where the fields are in a row.
    pub fields: F,
    /// The lists that say what values of its fields stand for, by their names.
    pub lookups: Vec<(String, Lookup)>,
}

impl<F: Default + Fields> Feed<F> {
    /// Does something with each field.
    pub(super) fn each(&mut self, act: &mut Act) {
        self.fields.each("", act);
    }
}

impl<F: Default> Feed<F> {
    pub(super) fn address(&self) -> (&FeedRequest, &RowsPath) {
        (&self.request, &self.rows)
    }
}

/// Single responses: a feed that some APIs can be asked a part of.
#[derive(Clone, Debug)]
pub struct ResponseFeed {
    /// Where they are.
    pub feed: Feed<ResponseFields>,
    /// How they are asked for what is new alone; without it a refresh reads all of them.
    pub since: Option<Since>,
}

impl Feeds {
    /// The one feed that counts what customers said; `None` when there are several, whose counts are one sum and
    /// cannot be told apart again.
    pub fn only_source(&self) -> Option<FeedKind> {
        match (&self.responses, &self.tally) {
            (Some(_), None) => Some(FeedKind::Responses),
            (None, Some(_)) => Some(FeedKind::Tally),
            _ => None,
        }
    }

    /// How responses are asked for what is new alone, where that can be added to what has been read.
    pub fn since(&self) -> Option<&Since> {
        self.only_source()?;
        self.responses.as_ref()?.since.as_ref()
    }
}

/// Rows nested inside a row. With `$` for `rows` the row itself is the only one, so that flat rows,
/// which repeat what they belong to, work just as nested ones.
#[derive(Clone, Debug, Default)]
pub struct Level<F: Default> {
    /// Where the inner rows are; under the native name when left out.
    pub rows: Option<Selector>,
    /// Their fields.
    pub fields: F,
}

impl Written for Feeds {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["journeys", "responses", "tally", "summary", "indicators"])?;
        Ok(Self {
            journeys: node.optional("journeys")?,
            responses: node.optional("responses")?,
            tally: node.optional("tally")?,
            summary: node.or("summary", Vec::new())?,
            indicators: node.optional("indicators")?,
        })
    }
}

/// What every feed says beside its request and its rows.
const MEMBERS: [&str; 2] = ["fields", "lookups"];

fn members(node: &Node, more: &[&str]) -> Result<(), ConfigError> {
    let (request, rows) = (&FeedRequest::MEMBERS[..], &RowsPath::MEMBERS[..]);
    node.members(&[request, rows, &MEMBERS[..], more].concat())
}

impl<F: Default + Fields + Written> Written for Feed<F> {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        members(node, &[])?;
        feed(node)
    }
}

impl Written for ResponseFeed {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        members(node, &["since"])?;
        Ok(Self { feed: feed(node)?, since: node.optional("since")? })
    }
}

fn feed<F: Default + Fields + Written>(node: &Node) -> Result<Feed<F>, ConfigError> {
    let mut feed = Feed {
        request: FeedRequest::read(node)?,
        rows: RowsPath::of_feed(node)?,
        fields: node.or("fields", F::default())?,
        lookups: lookups(node)?,
    };
    let (mut stray, known) = (Ok(()), feed.lookups.clone());
    feed.each(&mut |at, field| {
        if stray.is_ok() {
            stray = must_be_known(node, at, field, &known);
        }
    });
    stray.map(|()| feed)
}

impl<F: Default + Written> Written for Level<F> {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["rows", "fields"])?;
        Ok(Self { rows: node.optional("rows")?, fields: node.or("fields", F::default())? })
    }
}
