//! How requests prove who they are. The secret itself is never here: the user types it.

use super::ConfigError;
use super::config::{self, Fault};
use super::headers::{is_token, is_value};
use super::node::{Node, Written, word};

/// Where a request carries its secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// Nowhere: the API is open.
    #[default]
    None,
    /// `Authorization: Bearer …`
    Bearer,
    /// A header of this name.
    Header {
        /// The header's name.
        name: String,
    },
}

impl Auth {
    /// True when a secret must be typed before the first request.
    pub fn needs_secret(&self) -> bool {
        *self != Auth::None
    }

    /// The header that carries the secret: its name and its value.
    pub fn header(&self, secret: &str) -> Option<(&str, String)> {
        match self {
            Auth::None => None,
            Auth::Bearer => Some(("Authorization", format!("Bearer {secret}"))),
            Auth::Header { name } => Some((name, secret.to_owned())),
        }
    }

    /// True when a header can carry the secret: it is of visible ASCII characters and blanks.
    pub fn can_carry(secret: &str) -> bool {
        is_value(secret)
    }
}

fn header_name(node: &Node) -> Result<String, ConfigError> {
    let name: String = node.required("name")?;
    match node.get("name") {
        Some(written) if !is_token(&name) => {
            Err(written.wrong(Fault::Expected(config::Kind::HeaderName)))
        }
        _ => Ok(name),
    }
}

#[derive(Clone, Copy)]
enum Kind {
    None,
    Bearer,
    Header,
}

impl Written for Kind {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        word(node, &[("none", Kind::None), ("bearer", Kind::Bearer), ("header", Kind::Header)])
    }
}

impl Written for Auth {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["kind", "name"])?;
        Ok(match node.required("kind")? {
            Kind::None => Auth::None,
            Kind::Bearer => Auth::Bearer,
            Kind::Header => Auth::Header { name: header_name(node)? },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_header_s_name_is_a_token() {
        let read = |name: &str| {
            let written = json!({"kind": "header", "name": name});
            Auth::read(&Node::root(&written))
        };
        assert!(read("X-Api-Key").is_ok());
        let wrong = read("X Api").expect_err("a blank");
        assert_eq!(wrong.to_string(), "name: a header name is wanted here");
        assert!(read("").is_err());
    }

    #[test]
    fn a_secret_that_no_header_can_carry_is_told_apart() {
        assert!(Auth::can_carry("token-7 =/+"));
        assert!(!Auth::can_carry("密钥"));
        assert!(!Auth::can_carry("two\nlines"));
    }
}
