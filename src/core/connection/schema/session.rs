//! Sessions: the first request, where the token is, and where it goes.

use super::access::headers;
use super::values::{any, either, path, text, word};
use super::{Definitions, Described, Members};
use crate::core::connection::{Carried, Login, Parameters, SessionAuth, TokenPlace};
use serde_json::{Value, json};

impl Described for SessionAuth {
    fn schema(known: &mut Definitions) -> Value {
        kind("session", "A first request gives a token, which the further ones carry")
            .must("login", Login::schema(known))
            .must("token", TokenPlace::schema(known))
            .may("carried", Carried::schema(known))
            .may("error", path("What is there in an answer means that nobody is let in"))
            .end()
    }
}

impl Described for Login {
    fn schema(known: &mut Definitions) -> Value {
        let mut below = text("Below the base URL");
        below["pattern"] = json!(r"^(?!//)[^:?#\\]*([?#].*)?$");
        Members::new("The first request; in query and headers `{user}`, `{password}` and `{basic}` are what is typed")
            .may("method", word(&["POST", "GET"], "POST when left out"))
            .must("path", below)
            .may("query", known.of::<Parameters>("parameters"))
            .may("headers", headers("Headers by name"))
            .may("body", any("JSON in which `$.user` and `$.password` are what is typed"))
            .end()
    }
}

impl Described for TokenPlace {
    fn schema(_: &mut Definitions) -> Value {
        let header = Members::new("").must("header", text("A header's name")).end();
        either(&[path("In the body"), header], "Where the login's answer has the token")
    }
}

impl Described for Carried {
    fn schema(_: &mut Definitions) -> Value {
        let mut value = text("Its value, where `{token}` is the token");
        value["pattern"] = json!(r"\{token\}");
        value["examples"] = json!(["Token {token}"]);
        let name = || text("Its name");
        let all = [
            kind("bearer", "Authorization: Bearer"),
            kind("header", "A header").must("name", name()).may("value", value),
            kind("query", "A parameter of the query").must("name", name()),
            kind("body", "In the JSON body that is sent").must("path", path("Where")),
        ];
        either(&all.map(Members::end), "Where requests carry the token; as bearer when left out")
    }
}

fn kind(kind: &str, about: &str) -> Members {
    Members::new(about).must("kind", json!({"const": kind}))
}
