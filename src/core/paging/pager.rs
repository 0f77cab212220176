//! The calls of a feed, one after the other.

use super::size::PageSize;
use super::trail::Trail;
use super::{PagingFault, cursor, follow, offset, page, total};
use crate::core::connection::{Call, Paging, Place, Slot, Way};
use serde_json::Value;

/// What came of one page, but for its rows.
#[derive(Clone, Debug, Default)]
pub struct PageEnd {
    /// How many rows it had.
    pub rows: u64,
    /// The body without its rows; `None` when that is more than is kept, or no JSON.
    pub around: Option<Value>,
    /// The last row, where [`Pager::needs_last_row`] says that it is wanted.
    pub last: Option<Value>,
}

/// What a page shows of the way on.
pub(super) struct Seen<'a> {
    pub(super) around: Option<&'a Value>,
    pub(super) last: Option<&'a Value>,
    pub(super) header: &'a dyn Fn(&str) -> Option<String>,
}

impl Seen<'_> {
    /// What stands at a place; `None` where nothing does, or null, or an empty text.
    ///
    /// # Errors
    /// When the body's part of the page cannot be seen.
    pub(super) fn at(&self, place: &Place) -> Result<Option<Value>, PagingFault> {
        let value = match place {
            Place::Header(name) => (self.header)(name).map(Value::from),
            Place::Body(selector) => {
                selector.first(self.around.ok_or(PagingFault::Unseen)?).cloned()
            }
            Place::LastRow(selector) => {
                selector.first(self.last.ok_or(PagingFault::Unseen)?).cloned()
            }
        };
        Ok(value.filter(|value| !value.is_null() && value.as_str() != Some("")))
    }

    /// False where a page says that it is the last.
    pub(super) fn has_more(&self, more: Option<&Place>) -> Result<bool, PagingFault> {
        let Some(more) = more else { return Ok(true) };
        let said = self.at(more)?;
        Ok(said.is_none_or(|said| said != Value::Bool(false) && said.as_str() != Some("false")))
    }
}

/// Makes the calls of a feed, each from what came of the one before.
///
/// ```
/// use heartline::core::connection::{Connection, FeedId, FeedKind, Parameters, Written};
/// use heartline::core::paging::{PageEnd, Pager};
/// use serde_json::json;
///
/// let connection = Connection::from_json(&json!({"base_url": "https://api.example/", "feeds": {"responses": {
///     "path": "answers", "rows": "$[*]",
///     "paging": {"kind": "offset", "offset": "skip", "limit": "top", "size": 2}}}}))?;
/// let (request, _) = FeedId::only(FeedKind::Responses).address(&connection).expect("the feed");
/// let call = request.call(&connection, &Parameters::default());
/// let mut pager = Pager::new(request.paging.clone().expect("pages"), call);
/// assert_eq!(pager.first().address, "answers?top=2&skip=0");
///
/// let page = |rows| PageEnd { rows, ..PageEnd::default() };
/// let next = pager.turn(&page(2), &|_| None).expect("a way").expect("a page");
/// assert_eq!(next.address, "answers?top=2&skip=2");
/// assert_eq!(pager.turn(&page(1), &|_| None), Ok(None), "a short page is the last");
/// # Ok::<(), heartline::core::connection::ConfigError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pager {
    paging: Paging,
    /// The call without what pages differ in.
    plain: Call,
    pages: u32,
    rows: u64,
    total: Option<u64>,
    size: PageSize,
    trail: Trail,
}

impl Pager {
    /// The pages of what this call asks for.
    pub fn new(paging: Paging, call: Call) -> Self {
        let mut plain = call;
        if let (Some(limit), Some(size)) = (&paging.limit, paging.size) {
            limit.fill(&Value::from(size), &mut plain.address, &mut plain.body);
        }
        let size = PageSize::asked(paging.size);
        Self { paging, plain, pages: 0, rows: 0, total: None, size, trail: Trail::default() }
    }

    /// The call for the first page.
    pub fn first(&self) -> Call {
        let mut call = self.plain.clone();
        let first = match &self.paging.way {
            Way::Offset { offset: slot, first } | Way::Page { page: slot, first, .. } => {
                Some((slot, *first))
            }
            _ => None,
        };
        if let Some((slot, first)) = first {
            slot.fill(&Value::from(first), &mut call.address, &mut call.body);
        }
        call
    }

    /// True when the last row of a page is wanted: the way on stands in it.
    pub fn needs_last_row(&self) -> bool {
        self.paging.needs_last_row()
    }

    /// Pages read so far.
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// How many rows there are, where the server has said it.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// The call for the page that follows one that ended like this; nothing when it was the last.
    ///
    /// # Errors
    /// When the way leads back or cannot be seen, or when it is longer than may be gone.
    pub fn turn(
        &mut self,
        end: &PageEnd,
        header: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Option<Call>, PagingFault> {
        let seen = Seen { around: end.around.as_ref(), last: end.last.as_ref(), header };
        self.pages += 1;
        self.rows += end.rows;
        self.total = total::total(self.paging.total.as_ref(), &seen).or(self.total);
        // What an empty page says of more to come is not to be trusted.
        let next = if end.rows == 0 { None } else { self.next(end.rows, &seen)? };
        match next {
            Some(_) if self.pages >= self.paging.max_pages => {
                Err(PagingFault::TooMany(self.paging.max_pages))
            }
            next => Ok(next),
        }
    }

    /// True when a server that answers the next call with this status says that there is nothing more: it was asked
    /// for what comes after the last row.
    pub fn is_past_the_end(&self, status: u16) -> bool {
        let is_counted = self.pages > 0 && self.total.is_none_or(|total| total <= self.rows);
        is_counted
            && match self.paging.way {
                Way::Offset { .. } => status == 416,
                Way::Page { next: None, .. } => matches!(status, 404 | 416),
                _ => false,
            }
    }

    fn next(&mut self, rows: u64, seen: &Seen) -> Result<Option<Call>, PagingFault> {
        if self.is_counted_to_the_end(rows) {
            return Ok(None);
        }
        let Self { plain, trail, .. } = self;
        let fill = match &self.paging.way {
            Way::Offset { offset, first } => Some(offset::next(offset, *first, self.rows)),
            Way::Page { page, first, next: None } => Some(page::next(page, *first, self.pages)),
            Way::Page { page, first, next: Some(next) } => {
                page::named(page, *first, next, seen, trail)?
            }
            Way::Cursor { next, cursor, more } => {
                cursor::next(cursor, next, more.as_ref(), seen, trail)?
            }
            Way::Url { next, more } => return follow::url(plain, next, more.as_ref(), seen, trail),
            Way::Link => return follow::link(plain, seen, trail),
        };
        Ok(fill.map(|fill| fill.of(plain)))
    }

    /// True when rows are counted and nothing more can come: there are as many as there should be or, where nobody
    /// says how many that is, fewer than on a full page.
    fn is_counted_to_the_end(&mut self, rows: u64) -> bool {
        if !matches!(self.paging.way, Way::Offset { .. } | Way::Page { next: None, .. }) {
            return false;
        }
        let is_short = self.size.is_last(rows);
        match self.total {
            Some(total) if total >= self.rows => total == self.rows,
            // A count that has been exceeded was none.
            _ => is_short,
        }
    }
}

/// What one page's call has and the others have not.
pub(super) struct Fill {
    pub(super) slot: Slot,
    pub(super) value: Value,
}

impl Fill {
    fn of(self, plain: &Call) -> Call {
        let mut call = plain.clone();
        self.slot.fill(&self.value, &mut call.address, &mut call.body);
        call
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Headers, Method, Written};
    use serde_json::json;

    fn pager(paging: &Value) -> Pager {
        let (method, headers) = (Method::Get, Headers::default());
        let call = Call { method, address: "r?x=1".into(), headers, body: None, follows: false };
        Pager::new(Paging::from_json(paging).expect("a paging"), call)
    }

    fn turn(pager: &mut Pager, rows: u64, around: Value) -> Result<Option<String>, PagingFault> {
        let end = PageEnd { rows, around: Some(around), last: None };
        Ok(pager.turn(&end, &|_| None)?.map(|call| call.address))
    }

    #[test]
    fn a_refusal_after_a_full_page_may_be_the_end() {
        let mut offset = pager(&json!({"kind": "offset", "offset": "o", "total": "$.n"}));
        assert!(!offset.is_past_the_end(416), "not of the first page");
        assert!(turn(&mut offset, 10, json!({})).is_ok());
        assert!(offset.is_past_the_end(416) && !offset.is_past_the_end(404));
        assert!(turn(&mut offset, 10, json!({"n": 30})).is_ok());
        assert!(!offset.is_past_the_end(416), "ten rows are missing");
        let mut page = pager(&json!({"kind": "page", "page": "p"}));
        assert!(turn(&mut page, 10, json!({})).is_ok());
        assert!(page.is_past_the_end(404) && !page.is_past_the_end(500));
        let mut url = pager(&json!({"kind": "url", "next": "$.next"}));
        assert!(turn(&mut url, 10, json!({"next": "?b"})).is_ok());
        assert!(!url.is_past_the_end(404), "the server itself led there");
    }

    #[test]
    fn a_first_row_need_not_be_number_nought() {
        let mut one_based = pager(&json!({"kind": "offset", "offset": "start", "first": 1}));
        assert_eq!(one_based.first().address, "r?x=1&start=1");
        assert_eq!(turn(&mut one_based, 25, json!({})), Ok(Some("r?x=1&start=26".into())));
    }

    #[test]
    fn a_page_may_name_the_number_of_the_next() {
        let named = json!({"kind": "page", "page": "p", "next": "$.next"});
        let mut pages = pager(&named);
        assert_eq!(turn(&mut pages, 3, json!({"next": "2"})), Ok(Some("r?x=1&p=2".into())));
        assert_eq!(turn(&mut pages, 1, json!({"next": 5})), Ok(Some("r?x=1&p=5".into())));
        assert_eq!(turn(&mut pages, 3, json!({"next": 2})), Err(PagingFault::GoesBack));
        assert_eq!(turn(&mut pager(&named), 3, json!({"next": 1})), Err(PagingFault::GoesBack));
        assert_eq!(turn(&mut pager(&named), 3, json!({"next": "two"})), Err(PagingFault::NoWay));
        assert_eq!(
            turn(&mut pager(&named), 0, json!({"next": 2})),
            Ok(None),
            "an empty page ends it"
        );
    }

    #[test]
    fn what_says_that_no_more_comes_is_believed() {
        let more = json!({"kind": "cursor", "next": "$.c", "cursor": "after", "more": "$.more"});
        let after = |around| turn(&mut pager(&more), 3, around);
        assert_eq!(after(json!({"c": "a b", "more": true})), Ok(Some("r?x=1&after=a%20b".into())));
        assert_eq!(after(json!({"c": "a", "more": false})), Ok(None));
        assert_eq!(after(json!({"c": "a"})), Ok(Some("r?x=1&after=a".into())));
    }

    #[test]
    fn the_last_row_may_lead_on() {
        let last = json!({"kind": "cursor", "next": {"last_row": "$.token"}, "cursor": "before"});
        let mut pages = pager(&last);
        assert!(pages.needs_last_row());
        let mut turn = |rows, row: Option<Value>| {
            let end = PageEnd { rows, around: Some(json!({})), last: row };
            Ok(pages.turn(&end, &|_| None)?.map(|call| call.address))
        };
        assert_eq!(turn(2, Some(json!({"token": "t2"}))), Ok(Some("r?x=1&before=t2".into())));
        assert_eq!(turn(1, Some(json!({"token": "t2"}))), Err(PagingFault::GoesBack));
        assert_eq!(turn(1, None), Err(PagingFault::Unseen));
        assert_eq!(turn(1, Some(json!({}))), Ok(None), "a row that leads nowhere");
        assert_eq!(turn(0, None), Ok(None), "an empty page is the last");
    }
}
