//! The connection itself: where an API is, who asks, how it is treated.

use super::values::{by_name, either, list, local_text, positive, text, whole};
use super::{Definitions, Described, Members};
use crate::core::connection::{
    Auth, CONNECTION_FORMAT, Connection, Events, Feeds, Headers, Parameters, Refresh, SessionAuth,
    Writes,
};
use serde_json::{Value, json};

/// The document of a connection, which says what it is.
pub(super) fn connection_document(known: &mut Definitions) -> Value {
    connection(known)
        .may("$schema", text("Where this schema is"))
        .may("format", json!({"const": CONNECTION_FORMAT}))
        .may("version", json!({"const": 1}))
        .end()
}

fn connection(known: &mut Definitions) -> Members {
    Members::new("How one JSON API is read and written; it never holds a secret")
        .may("name", local_text("What the reader sees"))
        .must("base_url", text("Where paths start; relative to the site when it is no full URL"))
        .may(
            "proxy",
            text("What is asked in the API's place: its address goes to `{url}`, or to the end"),
        )
        .may("query", known.of::<Parameters>("parameters"))
        .may("headers", known.of::<Headers>("headers"))
        .may("auth", known.of::<Auth>("auth"))
        .may("timeout_seconds", whole("How long a silent server is waited for"))
        .may("retries", whole("How often a request that was turned away for now is sent again"))
        .may("max_requests", positive("How many requests are under way at once, at most"))
        .may("refresh", Refresh::schema(known))
        .must("feeds", Feeds::schema(known))
        .may("writes", Writes::schema(known))
}

impl Described for Connection {
    fn schema(known: &mut Definitions) -> Value {
        connection(known).end()
    }
}

impl Described for Auth {
    fn schema(known: &mut Definitions) -> Value {
        let kind =
            |kind: &str, about: &str| Members::new(about).must("kind", json!({"const": kind}));
        let named = |one: &str, about: &str| kind(one, about).must("name", text("Its name"));
        let basic = kind("basic", "User name and password (RFC 7617)")
            .may("user", text("The user's name, where only the password is typed"))
            .may("password", text("The password, where the key is the user's name"));
        let mut basic = basic.end();
        // With both a secret would stand in the file.
        basic["not"] = json!({"required": ["user", "password"]});
        either(
            &[
                kind("none", "The API is open").end(),
                kind("bearer", "Authorization: Bearer").end(),
                named("header", "A key in a header").end(),
                named("query", "A key in a parameter of the query").end(),
                basic,
                known.of::<SessionAuth>("session"),
            ],
            "How requests prove who asks; the secret itself is typed by the reader",
        )
    }
}

impl Described for Parameters {
    fn schema(_: &mut Definitions) -> Value {
        let plain = json!({"type": ["string", "number", "boolean"]});
        let one = either(&[plain.clone(), list(plain, "A name that comes several times")], "");
        by_name(one, "Parameters of the query; they are escaped")
    }
}

impl Described for Headers {
    fn schema(_: &mut Definitions) -> Value {
        let mut headers = headers("Headers by name");
        headers["propertyNames"]["not"] =
            json!({"pattern": "^[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]$"});
        headers
    }
}

/// Headers, whatever they say.
pub(super) fn headers(about: &str) -> Value {
    let mut headers = by_name(json!({"type": "string", "pattern": "^[ -~]*$"}), about);
    headers["propertyNames"] = json!({"pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"});
    headers
}

impl Described for Refresh {
    fn schema(known: &mut Definitions) -> Value {
        Members::new("When it is read again by itself")
            .may("every_seconds", positive("So long after it was last read"))
            .may("events", Events::schema(known))
            .end()
    }
}

impl Described for Events {
    fn schema(known: &mut Definitions) -> Value {
        Members::new("Server-sent events: each with data means that there is something new")
            .must("path", text("Below the base URL"))
            .may("query", known.of::<Parameters>("parameters"))
            .may("headers", known.of::<Headers>("headers"))
            .end()
    }
}
