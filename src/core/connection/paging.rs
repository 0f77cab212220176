//! How an API hands out a feed in pages.

use super::config::{Fault, Kind};
use super::headers::is_token;
use super::node::{Node, Written, path, positive, word};
use super::{ConfigError, Selector, Slot};

/// How many pages are read at most, unless a connection says otherwise: a server that never ends must not be asked for
/// ever.
const MAX_PAGES: u32 = 1000;

/// How a feed is handed out in pages.
#[derive(Clone, Debug)]
pub struct Paging {
    /// How one page leads to the next.
    pub way: Way,
    /// Where a page's size is asked for.
    pub limit: Option<Slot>,
    /// How many rows a page has: as asked for, or as the API has it of itself.
    pub size: Option<u32>,
    /// Where it is said how many rows there are.
    pub total: Option<Place>,
    /// How many pages are read at most.
    pub max_pages: u32,
}

/// How one page leads to the next.
#[derive(Clone, Debug)]
pub enum Way {
    /// By how many rows came before it.
    Offset {
        /// Where that number goes.
        offset: Slot,
        /// The number of the first row.
        first: u32,
    },
    /// By its number.
    Page {
        /// Where the number goes.
        page: Slot,
        /// The number of the first page.
        first: u32,
        /// Where a page names the number of the next; one more than its own without it.
        next: Option<Place>,
    },
    /// By a word that the page before it gives.
    Cursor {
        /// Where that word is.
        next: Place,
        /// Where it goes.
        cursor: Slot,
        /// Where it is said whether more will come.
        more: Option<Place>,
    },
    /// By the address that the page before it gives.
    Url {
        /// Where the address is.
        next: Place,
        /// Where it is said whether more will come.
        more: Option<Place>,
    },
    /// By the address in the page's `Link` header (RFC 8288) with the relation `next`.
    Link,
}

/// Where something is found in an answer.
#[derive(Clone, Debug)]
pub enum Place {
    /// In the body, around the rows.
    Body(Selector),
    /// In a header of this name.
    Header(String),
    /// In the last row.
    LastRow(Selector),
}

impl Paging {
    /// True when what leads to the next page stands in the last row.
    pub fn needs_last_row(&self) -> bool {
        match &self.way {
            Way::Page { next: Some(next), .. }
            | Way::Cursor { next, .. }
            | Way::Url { next, .. } => {
                matches!(next, Place::LastRow(_))
            }
            _ => false,
        }
    }
}

/// A JSONPath into the body, or an object that names a header, `{"header": "Next-Page"}`, or a JSONPath into the last
/// row, `{"last_row": "$.token"}`.
impl Written for Place {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        if node.is_text() {
            return path(node, Selector::parse).map(Self::Body);
        }
        if let Some(row) = node.get("last_row") {
            node.members(&["last_row"])?;
            return Selector::read(&row).map(Self::LastRow);
        }
        node.members(&["header"])?;
        let name: String = node.required("header")?;
        match is_token(&name) {
            true => Ok(Self::Header(name)),
            false => Err(node.member("header").wrong(Fault::Expected(Kind::HeaderName))),
        }
    }
}

#[derive(Clone, Copy)]
enum Named {
    Offset,
    Page,
    Cursor,
    Url,
    Link,
}

impl Named {
    /// What is said of this way alone.
    fn members(self) -> &'static [&'static str] {
        match self {
            Self::Offset => &["offset", "first"],
            Self::Page => &["page", "first", "next"],
            Self::Cursor => &["next", "cursor", "more"],
            Self::Url => &["next", "more"],
            Self::Link => &[],
        }
    }

    fn way(self, node: &Node) -> Result<Way, ConfigError> {
        Ok(match self {
            Self::Offset => {
                Way::Offset { offset: node.required("offset")?, first: node.or("first", 0)? }
            }
            Self::Page => Way::Page {
                page: node.required("page")?,
                first: node.or("first", 1)?,
                next: node.optional("next")?,
            },
            Self::Cursor => Way::Cursor {
                next: node.required("next")?,
                cursor: node.required("cursor")?,
                more: node.optional("more")?,
            },
            Self::Url => Way::Url { next: node.required("next")?, more: node.optional("more")? },
            Self::Link => Way::Link,
        })
    }
}

impl Written for Named {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let names = [
            ("offset", Self::Offset),
            ("page", Self::Page),
            ("cursor", Self::Cursor),
            ("url", Self::Url),
            ("link", Self::Link),
        ];
        word(node, &names)
    }
}

impl Written for Paging {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.object()?;
        let named: Named = node.required("kind")?;
        let common = ["kind", "limit", "size", "total", "max_pages"];
        node.members(&[&common[..], named.members()].concat())?;
        let (way, limit) = (named.way(node)?, node.optional("limit")?);
        // What is asked for must be said.
        let size = positive(node, "size")?;
        if limit.is_some() && size.is_none() {
            return Err(node.member("size").wrong(Fault::Missing));
        }
        let max_pages = positive(node, "max_pages")?.unwrap_or(MAX_PAGES);
        Ok(Self { way, limit, size, total: node.optional("total")?, max_pages })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn each_way_says_what_is_its_own() {
        let read = |json: &Value| Paging::from_json(json);
        let offset = read(&json!({"kind": "offset", "offset": "skip", "limit": "top", "size": 50}));
        let offset = offset.expect("a paging");
        assert_eq!((offset.size, offset.max_pages), (Some(50), 1000));
        assert!(matches!(offset.way, Way::Offset { first: 0, .. }));
        let page = read(&json!({"kind": "page", "page": "p", "next": "$.next"}));
        assert!(matches!(page.expect("a paging").way, Way::Page { first: 1, next: Some(_), .. }));
        let header = json!({"kind": "url", "next": {"header": "Next-Page"}, "max_pages": 5});
        assert_eq!(read(&header).expect("a paging").max_pages, 5);
        assert!(read(&json!({"kind": "link"})).is_ok());
        let last = json!({"kind": "cursor", "next": {"last_row": "$.token"}, "cursor": "before"});
        assert!(read(&last).expect("a paging").needs_last_row());
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        let wrong = |json| Paging::from_json(&json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"kind": "pages"})), "kind");
        assert_eq!(wrong(json!({"kind": "link", "next": "$.n"})), "next");
        assert_eq!(wrong(json!({"kind": "offset"})), "offset");
        assert_eq!(wrong(json!({"kind": "offset", "offset": "o", "limit": "l"})), "size");
        assert_eq!(wrong(json!({"kind": "offset", "offset": "o", "size": 0})), "size");
        assert_eq!(wrong(json!({"kind": "link", "max_pages": 0})), "max_pages");
        assert_eq!(wrong(json!({"kind": "url", "next": "next"})), "next");
        assert_eq!(wrong(json!({"kind": "url", "next": {"header": "a b"}})), "next.header");
        let filtered = json!({"kind": "cursor", "next": "$.n", "cursor": {"body": "$.a[?@.b]"}});
        assert_eq!(wrong(filtered), "cursor.body");
        assert_eq!(wrong(json!("link")), "");
    }

    #[test]
    fn a_value_goes_into_the_query_or_to_its_place_in_the_body() {
        let filled = |slot: Value, value: Value, body: Option<Value>| {
            let (mut address, mut body) = ("r?after=0".to_owned(), body);
            let slot = Slot::from_json(&slot).expect("a slot");
            slot.fill(&value, &mut address, &mut body);
            (address, body)
        };
        let (address, body) = filled(json!("after"), json!("a b"), None);
        assert_eq!((address.as_str(), body), ("r?after=a%20b", None));
        assert_eq!(filled(json!("page"), json!(2), None).0, "r?after=0&page=2");
        let before = json!({"query": "q", "variables": {"first": 9, "after": null}});
        let (_, body) = filled(json!({"body": "$.variables.after"}), json!("c"), Some(before));
        assert_eq!(body, Some(json!({"query": "q", "variables": {"first": 9, "after": "c"}})));
        let (_, body) =
            filled(json!({"body": "$.params[0].page"}), json!(2), Some(json!({"params": [{}]})));
        assert_eq!(body, Some(json!({"params": [{"page": 2}]})));
        assert_eq!(
            filled(json!({"body": "$.a.b"}), json!(1), None).1,
            Some(json!({"a": {"b": 1}}))
        );
    }
}
