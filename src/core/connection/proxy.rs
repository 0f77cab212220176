//! A way round an API that allows no other site to read it: a proxy that its user runs.

use super::ConfigError;
use super::node::{Node, Written};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Where the API's whole address goes in the proxy's.
const PLACE: &str = "{url}";

/// The address of a proxy that answers for an API and adds the headers a browser wants (CORS). It is sent whatever the
/// API is sent, the secret too: it must be one's own.
///
/// ```
/// use heartline::core::connection::{Proxy, Written};
/// use serde_json::json;
///
/// let through = |proxy: &str| Proxy::from_json(&json!(proxy)).map(|proxy| proxy.address("https://api.example/r?a=1"));
/// assert_eq!(through("https://mine.example/"), Ok("https://mine.example/https://api.example/r?a=1".into()));
/// assert_eq!(through("/proxy?to={url}"), Ok("/proxy?to=https%3A%2F%2Fapi%2Eexample%2Fr%3Fa%3D1".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy(String);

impl Proxy {
    /// The address at which it is asked for what is at another: that one stands escaped at `{url}`, or as it is
    /// at the end.
    pub fn address(&self, url: &str) -> String {
        match self.0.contains(PLACE) {
            true => {
                let escaped = utf8_percent_encode(url, NON_ALPHANUMERIC).to_string();
                self.0.replace(PLACE, &escaped)
            }
            false => format!("{}{url}", self.0),
        }
    }
}

impl Written for Proxy {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        String::read(node).map(Self)
    }
}
