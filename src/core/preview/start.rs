//! A connection that begins with a URL.

use super::RowsPlace;
use crate::core::connection::{FeedKind, put};
use serde_json::{Map, Value, json};

/// Names of parameters that most likely carry a secret.
const SECRETS: [&str; 17] = [
    "key",
    "api_key",
    "apikey",
    "api-key",
    "token",
    "access_token",
    "auth_token",
    "auth",
    "secret",
    "client_secret",
    "password",
    "passwd",
    "pwd",
    "sig",
    "signature",
    "session",
    "jwt",
];

/// A URL taken apart as a connection writes it. What is secret in it is left out: a connection never holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Where the connection's paths start: up to the last `/` before the query.
    pub base_url: String,
    /// The rest, with its query.
    pub path: String,
    /// What the connection may be called: the host, or the file where there is none.
    pub name: String,
    /// Names of parameters that were left out because their values looked like secrets; `user` for a user and a
    /// password before the host.
    pub withheld: Vec<String>,
}

impl Address {
    /// Takes a URL apart, or a path relative to the page; `None` where there is nothing to ask for, or nothing that
    /// could be asked: a text with spaces, another scheme than `http` and `https`.
    ///
    /// # Example
    /// ```
    /// use heartline::core::preview::Address;
    ///
    /// let address = Address::of("https://api.example.com/v2/answers?limit=50&api_key=s3cret#top").expect("a URL");
    /// assert_eq!(address.base_url, "https://api.example.com/v2/");
    /// assert_eq!(address.path, "answers?limit=50");
    /// assert_eq!((address.name.as_str(), address.withheld), ("api.example.com", vec!["api_key".to_owned()]));
    /// ```
    pub fn of(url: &str) -> Option<Self> {
        let url = url.trim();
        if !may_be_asked(url) {
            return None;
        }
        let url = url.split_once('#').map_or(url, |(url, _)| url);
        let (url, query) =
            url.split_once('?').map_or((url, None), |(url, query)| (url, Some(query)));
        let (origin, path, mut withheld) = origin(url);
        let (folder, file) =
            path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
        let slash = if path.contains('/') || !origin.is_empty() { "/" } else { "" };
        let name = name(&origin, file);
        let query = query.map(|query| harmless(query, &mut withheld));
        let query = query.filter(|query| !query.is_empty()).map(|query| format!("?{query}"));
        let path = format!("{}{}", relative(file), query.unwrap_or_default());
        let is_something = !origin.is_empty() || !path.is_empty();
        is_something.then(|| Self {
            base_url: format!("{origin}{folder}{slash}"),
            path,
            name,
            withheld,
        })
    }

    /// The beginning of a connection's document: where a feed is, before anybody knows what is there.
    pub fn draft(&self, kind: FeedKind) -> Value {
        json!({"name": self.name, "base_url": self.base_url, "feeds": {kind.id(): {"path": self.path}}})
    }

    /// What is known of an API of some kind, with this address in it.
    ///
    /// ```
    /// use heartline::core::connection::FeedKind;
    /// use heartline::core::preview::Address;
    /// use serde_json::json;
    ///
    /// let kind = json!({"auth": {"kind": "bearer"}, "feeds": {"responses": {"rows": "$.data[*]"}}});
    /// let address = Address::of("https://api.example.com/v1/answers").expect("a URL");
    /// let document = address.filled(&kind, FeedKind::Responses);
    /// assert_eq!(document["auth"]["kind"], "bearer");
    /// assert_eq!(document["feeds"]["responses"], json!({"path": "answers", "rows": "$.data[*]"}));
    ///
    /// let takes = json!({"writes": {"responses": {"id": "$.id"}}});
    /// let document = address.filled(&takes, FeedKind::Responses);
    /// assert_eq!(document["writes"]["responses"], json!({"path": "answers", "id": "$.id"}));
    /// ```
    pub fn filled(&self, known: &Value, kind: FeedKind) -> Value {
        let mut document = known.clone();
        put(&mut document, &["name"], Some(json!(self.name)));
        put(&mut document, &["base_url"], Some(json!(self.base_url)));
        put(&mut document, &["feeds", kind.id(), "path"], Some(json!(self.path)));
        // Where records are read they are mostly taken too, unless it is said that they are taken elsewhere.
        let write = document.get("writes").and_then(|writes| writes.get(kind.id()));
        if write.is_some_and(|write| write.get("path").is_none()) {
            let path = self.path.split('?').next().unwrap_or_default();
            put(&mut document, &["writes", kind.id(), "path"], Some(json!(path)));
        }
        document
    }

    /// The document of a connection that reads one feed here.
    pub fn document(&self, kind: FeedKind, rows: &RowsPlace) -> Value {
        let mut feed = Map::from_iter([("path".to_owned(), json!(self.path))]);
        rows.put(&mut feed);
        let feed = if kind == FeedKind::Summary { json!([feed]) } else { Value::Object(feed) };
        json!({"name": self.name, "base_url": self.base_url, "feeds": {kind.id(): feed}})
    }

    /// The path of this address in a connection that starts at a base URL: what is left of it, or all of it where it
    /// is elsewhere.
    ///
    /// ```
    /// use heartline::core::preview::Address;
    ///
    /// let address = Address::of("https://api.example.com/v2/maps/all").expect("a URL");
    /// assert_eq!(address.path_from("https://api.example.com/v2/"), "maps/all");
    /// assert_eq!(address.path_from("https://other.example/"), "https://api.example.com/v2/maps/all");
    /// ```
    pub fn path_from(&self, base_url: &str) -> String {
        let whole =
            format!("{}{}", self.base_url, self.path.strip_prefix("./").unwrap_or(&self.path));
        match whole.strip_prefix(base_url).filter(|_| base_url.ends_with('/')) {
            Some(rest) => format!("{}{rest}", if is_scheme_like(rest) { "./" } else { "" }),
            None => whole,
        }
    }
}

/// False for what is no address of something that answers over HTTP.
fn may_be_asked(url: &str) -> bool {
    let is_foreign = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`".contains(c);
    let before_query = url.split(['?', '#']).next().unwrap_or_default();
    let scheme = before_query.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    !before_query.contains(is_foreign)
        && scheme.is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https"))
}

/// The scheme and the host, without user and password, and what follows them.
fn origin(url: &str) -> (String, &str, Vec<String>) {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme, rest),
        // What begins with a host's name is meant to be one.
        None if is_host(url.split('/').next().unwrap_or_default()) => (scheme(url), url),
        None => return (String::new(), url, Vec::new()),
    };
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let (user, host) =
        host.rsplit_once('@').map_or((None, host), |(user, host)| (Some(user), host));
    (format!("{scheme}://{host}"), path, user.map(|_| "user".to_owned()).into_iter().collect())
}

/// A machine serves itself without certificates, everybody else with them.
fn scheme(host: &str) -> &'static str {
    let is_own = ["localhost", "127."].iter().any(|own| host.starts_with(own));
    if is_own { "http" } else { "https" }
}

/// `api.example.com`, `localhost:3000`; not `responses.json`.
fn is_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let endings = [".json", ".ndjson", ".jsonl", ".csv", ".tsv", ".txt"];
    let is_file = endings.iter().any(|end| host.ends_with(end));
    let is_name = host == "localhost" || (host.contains('.') && !host.starts_with('.') && !is_file);
    is_name && port.is_none_or(is_port)
}

/// The host without what every host begins with, or the file without what it ends with.
fn name(origin: &str, file: &str) -> String {
    match origin.split_once("://") {
        Some((_, host)) => host.strip_prefix("www.").unwrap_or(host).to_owned(),
        None => file.split('.').next().unwrap_or_default().to_owned(),
    }
}

/// The query without its secrets.
fn harmless(query: &str, withheld: &mut Vec<String>) -> String {
    let is_harmless = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        let is_secret = SECRETS.contains(&name.to_ascii_lowercase().as_str());
        if is_secret {
            withheld.push(name.to_owned());
        }
        !is_secret
    };
    query.split('&').filter(is_harmless).collect::<Vec<_>>().join("&")
}

/// A file whose name would be taken for a scheme says that it is none.
fn relative(file: &str) -> String {
    if is_scheme_like(file) { format!("./{file}") } else { file.to_owned() }
}

fn is_scheme_like(path: &str) -> bool {
    path.split(['/', '?']).next().is_some_and(|first| first.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Connection, Written};
    use proptest::prelude::*;

    fn parts(url: &str) -> (String, String, String) {
        let address = Address::of(url).expect("an address");
        (address.base_url, address.path, address.name)
    }

    fn are(base: &str, path: &str, name: &str) -> (String, String, String) {
        (base.to_owned(), path.to_owned(), name.to_owned())
    }

    #[test]
    fn a_url_is_taken_apart_where_its_folder_ends() {
        for (url, expected) in [
            ("https://www.example.com", are("https://www.example.com/", "", "example.com")),
            (
                "http://localhost:3000/posts",
                are("http://localhost:3000/", "posts", "localhost:3000"),
            ),
            ("localhost:3000/posts", are("http://localhost:3000/", "posts", "localhost:3000")),
            ("api.example.com/a/b/", are("https://api.example.com/a/b/", "", "api.example.com")),
            (
                "https://db.example/?query=a/b?c",
                are("https://db.example/", "?query=a/b?c", "db.example"),
            ),
            ("demo/responses.json", are("demo/", "responses.json", "responses")),
            ("responses.json", are("", "responses.json", "responses")),
            ("/data/x.ndjson?a=1", are("/data/", "x.ndjson?a=1", "x")),
            (
                "https://a.example/v1/rows:batch",
                are("https://a.example/v1/", "./rows:batch", "a.example"),
            ),
        ] {
            assert_eq!(parts(url), expected, "{url}");
        }
        assert_eq!(Address::of("  #top"), None);
    }

    #[test]
    fn what_nobody_can_ask_is_no_address() {
        for text in [
            "not a url",
            "ftp://a.example/r",
            "javascript://x",
            "file:///etc/hosts",
            "{\"a\": 1}",
            "a\\b",
        ] {
            assert_eq!(Address::of(text), None, "{text}");
        }
        for text in ["HTTPS://a.example/r", "https://a.example/r?q=a b", "https://接口.例/反馈"]
        {
            assert!(Address::of(text).is_some(), "{text}");
        }
    }

    #[test]
    fn secrets_are_left_out_by_name() {
        let address =
            Address::of("https://me:pw@a.example/r?Token=abc&page=1&key=k").expect("an address");
        assert_eq!(
            (address.base_url.as_str(), address.path.as_str()),
            ("https://a.example/", "r?page=1")
        );
        assert_eq!(address.withheld, ["user", "Token", "key"]);
        assert_eq!(parts("https://a.example/r?key=k").1, "r");
    }

    #[test]
    fn a_document_is_a_connection_from_the_start() {
        let address = Address::of("https://a.example/v1/answers?x=1").expect("an address");
        for kind in FeedKind::ALL {
            for place in [RowsPlace::Lines, RowsPlace::At("$.data[*]".to_owned())] {
                let document = address.document(kind, &place);
                let connection = Connection::from_json(&document).expect("a connection");
                assert_eq!(connection.base_url, "https://a.example/v1/");
            }
        }
        assert_eq!(address.path_from("https://a.example/v1"), "https://a.example/v1/answers?x=1");
    }

    proptest! {
        #[test]
        fn base_and_path_make_the_url_again(folder in "(/[a-z]{1,4}){0,3}", file in "[a-z.]{0,6}", query in "(\\?q[a-z]=[a-z0-9]{1,3})?") {
            let url = format!("https://a.example{folder}/{file}{query}");
            let address = Address::of(&url).ok_or_else(|| TestCaseError::fail("an address"))?;
            prop_assert_eq!(format!("{}{}", address.base_url, address.path), url.clone());
            prop_assert_eq!(address.path_from("https://nobody.example/"), url);
        }
    }
}
