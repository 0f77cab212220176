//! The headers a request carries beside those a browser sends of itself.

use super::config::{Fault, Kind};
use super::node::{Node, Written};
use super::{ConfigError, Unfit};

/// Names that a browser keeps for itself: a page that sets them is not heard (Fetch, "forbidden request-header").
const KEPT: [&str; 21] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Headers by name. Each makes a browser ask another origin for permission first, unless it is a plain `Accept`,
/// `Accept-Language` or the like: an API wants to have as few as it can do with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// Every header.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// These, with one more in the place of those of its name; what no header can carry is left out.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        if is_token(name) && is_value(value) {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// True when one of this name is among them.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }

    /// These, with other values.
    ///
    /// # Errors
    /// When one of them is nothing that a header can carry.
    pub fn filled(&self, fill: impl Fn(&str) -> String) -> Result<Self, Unfit> {
        let one = |(name, value): &(String, String)| {
            Some(fill(value)).filter(|value| is_value(value)).map(|value| (name.clone(), value))
        };
        self.0.iter().map(one).collect::<Option<_>>().map(Self).ok_or(Unfit)
    }

    /// These, and of the others those whose names are not among them.
    pub fn or(&self, others: &Self) -> Self {
        let missing = others.0.iter().filter(|(name, _)| !self.has(name));
        Self(self.0.iter().chain(missing).cloned().collect())
    }
}

/// A header's name is a token (RFC 9110, 5.6.2).
pub(super) fn is_token(name: &str) -> bool {
    let is_token_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(is_token_char)
}

/// What a header can carry: visible ASCII characters and blanks.
pub(super) fn is_value(text: &str) -> bool {
    text.chars().all(|c| c == ' ' || c.is_ascii_graphic())
}

fn is_kept(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    KEPT.contains(&name.as_str()) || name.starts_with("proxy-") || name.starts_with("sec-")
}

/// The name of a header that a page may set, and that carries no secret.
pub(super) fn header_name(node: &Node) -> Result<String, ConfigError> {
    let name = node.text()?;
    match () {
        () if !is_token(name) => Err(node.wrong(Fault::Expected(Kind::HeaderName))),
        () if name.eq_ignore_ascii_case("authorization") => Err(node.wrong(Fault::Secret)),
        () if is_kept(name) => Err(node.wrong(Fault::KeptHeader)),
        () => Ok(name.to_owned()),
    }
}

impl Written for Headers {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        all(node, |_| false)
    }
}

/// Those of a login, which may say who asks where that is typed.
pub(super) fn for_login(node: &Node) -> Result<Headers, ConfigError> {
    all(node, |value| ["{password}", "{basic}"].iter().any(|place| value.contains(place)))
}

/// Every header; one that says who asks only if its value may.
fn all(node: &Node, may_say: impl Fn(&str) -> bool) -> Result<Headers, ConfigError> {
    let one = |(name, value): (String, Node)| {
        let text = value.text()?;
        let says_who = name.eq_ignore_ascii_case("authorization");
        match () {
            () if !is_token(&name) => Err(value.wrong(Fault::Expected(Kind::HeaderName))),
            () if says_who && !may_say(text) => Err(value.wrong(Fault::Secret)),
            () if is_kept(&name) => Err(value.wrong(Fault::KeptHeader)),
            () if !is_value(text) => Err(value.wrong(Fault::Expected(Kind::HeaderValue))),
            () => Ok((name, text.to_owned())),
        }
    };
    Ok(Headers(node.each()?.into_iter().map(one).collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_feed_says_goes_before_what_holds_everywhere() {
        let headers = |json| Headers::from_json(&json).expect("headers");
        let (own, usual) =
            (headers(json!({"accept": "a"})), headers(json!({"Accept": "b", "X": "c"})));
        let all = own.or(&usual);
        assert_eq!(all.iter().collect::<Vec<_>>(), [("accept", "a"), ("X", "c")]);
        assert!(all.has("x") && !all.has("y"));
    }

    #[test]
    fn what_cannot_be_sent_and_what_is_a_secret_is_refused() {
        let fault = |name: &str, value: &str| {
            let wrong = Headers::from_json(&json!({name: value})).expect_err("a fault");
            assert_eq!(wrong.path, name);
            wrong.fault
        };
        assert_eq!(fault("two words", "x"), Fault::Expected(Kind::HeaderName));
        assert_eq!(fault("X-Name", "心"), Fault::Expected(Kind::HeaderValue));
        assert_eq!(fault("Cookie", "a=b"), Fault::KeptHeader);
        assert_eq!(fault("Sec-Fetch-Mode", "cors"), Fault::KeptHeader);
        assert_eq!(fault("authorization", "Bearer x"), Fault::Secret);
        assert!(Headers::from_json(&json!({"X": 1})).is_err());
    }
}
