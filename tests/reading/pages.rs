//! Feeds that come in pages: whatever leads from one to the next, they are read as if they came at once.

use crate::support::{NOW, RESPONSES, connection, counted, read, workspace};
use heartline::core::calendar::FixedZone;
use heartline::core::connection::{Call, Connection, Parameters};
use heartline::core::intake::PageReader;
use heartline::core::mapping::{Clock, ReasonKind};
use heartline::core::paging::{Pager, PagingFault};
use heartline::core::tally::Grain;
use heartline::core::workspace::{BodyFailure, Failure, Workspace};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Rows of which every seventh cannot be used: its number must be told rightly.
fn rows(count: usize) -> Vec<Value> {
    let row = |place: usize| {
        let at = if place % 7 == 3 { "soon" } else { "2026-10-30T09:00:00Z" };
        json!({"id": format!("r{place}"), "touchpoint": "desk", "submitted_at": at,
            "answers": {"nps": place % 11}, "comment": "ends with ]}, or so"})
    };
    (0..count).map(row).collect()
}

/// A header that leads on.
type Lead = Option<(&'static str, String)>;

/// How a server leads from page to page.
struct Server {
    /// What the connection says of the feed.
    feed: Value,
    /// The number of the first row that a call asks for, in a feed with pages of that size.
    start: fn(&Asked, usize) -> usize,
    /// What stands around the rows, and the headers, where a page is followed by one that begins there.
    around: fn(Vec<Value>, Option<usize>, usize) -> (Value, Lead),
}

/// What a call asks for.
struct Asked {
    query: Vec<(String, String)>,
    body: Value,
}

impl Asked {
    fn of(call: &Call) -> Self {
        let query = call.address.split_once('?').map_or("", |(_, query)| query);
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').expect("a pair");
            (name.to_owned(), value.to_owned())
        };
        let query = query.split('&').filter(|pair| !pair.is_empty()).map(pair).collect();
        Self { query, body: call.body.clone().unwrap_or_default() }
    }

    fn number(&self, name: &str) -> Option<usize> {
        let found = self.query.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.parse().expect("a number"))
    }
}

fn alone(rows: Vec<Value>, _: Option<usize>, _: usize) -> (Value, Lead) {
    (Value::from(rows), None)
}

/// Every way there is, with a page size of `size`.
fn servers(size: usize) -> Vec<Server> {
    let at = |rows: &str, paging: Value| json!({"path": "r", "rows": rows, "paging": paging});
    vec![
        Server {
            feed: at(
                "$[*]",
                json!({"kind": "offset", "offset": "skip", "limit": "top", "size": size}),
            ),
            start: |asked, _| asked.number("skip").expect("an offset"),
            around: alone,
        },
        Server {
            feed: at("$[*]", json!({"kind": "page", "page": "p", "limit": "n", "size": size})),
            start: |asked, size| (asked.number("p").expect("a page") - 1) * size,
            around: alone,
        },
        Server {
            feed: at("$[?@.id]", json!({"kind": "page", "page": "p", "first": 0})),
            start: |asked, size| asked.number("p").expect("a page") * size,
            around: alone,
        },
        Server {
            feed: at("$.data[*]", json!({"kind": "page", "page": "p", "next": "$.next"})),
            start: |asked, size| (asked.number("p").expect("a page") - 1) * size,
            around: |rows, next, size| {
                (json!({"data": rows, "next": next.map(|at| at / size + 1)}), None)
            },
        },
        Server {
            feed: at("$.items[*]", json!({"kind": "cursor", "next": "$.after", "cursor": "after"})),
            start: |asked, _| asked.number("after").unwrap_or(0),
            around: |rows, next, _| {
                let next = next.map(|at| at.to_string()).unwrap_or_default();
                (json!({"after": next, "items": rows}), None)
            },
        },
        Server {
            feed: at(
                "$[*]",
                json!({"kind": "cursor", "next": {"last_row": "$.id"}, "cursor": "behind"}),
            ),
            start: |asked, _| {
                let behind = asked.query.iter().find(|(name, _)| name == "behind");
                behind.map_or(0, |(_, id)| id[1..].parse::<usize>().expect("a number") + 1)
            },
            around: alone,
        },
        Server {
            feed: json!({"path": "graphql", "rows": "$.data[*]", "body": {"variables": {"after": null}},
                "paging": {"kind": "cursor", "next": "$.info.end", "more": "$.info.more",
                    "cursor": {"body": "$.variables.after"},
                    "limit": {"body": "$.variables.first"}, "size": size}}),
            start: |asked, _| {
                assert!(asked.body.pointer("/variables/first").is_some_and(Value::is_number));
                asked.body.pointer("/variables/after").and_then(Value::as_u64).unwrap_or(0) as usize
            },
            // The end of the last page is told too.
            around: |rows, next, _| {
                let end = next.unwrap_or(usize::MAX >> 12);
                (json!({"data": rows, "info": {"end": end, "more": next.is_some()}}), None)
            },
        },
        Server {
            feed: at("$.rows[*]", json!({"kind": "url", "next": "$.links['next']"})),
            start: |asked, _| asked.number("from").unwrap_or(0),
            around: |rows, next, _| {
                let next = next.map(|at| format!("?from={at}"));
                (json!({"rows": rows, "links": {"next": next}}), None)
            },
        },
        Server {
            feed: at("$[*]", json!({"kind": "link"})),
            start: |asked, _| asked.number("from").unwrap_or(0),
            around: |rows, next, _| {
                let next =
                    next.map(|at| ("link", format!("<?a=b>; rel=first, <?from={at}>; rel=next")));
                (Value::from(rows), next)
            },
        },
        Server {
            feed: at("$[*]", json!({"kind": "url", "next": {"header": "Next-Page"}})),
            start: |asked, _| asked.number("from").unwrap_or(0),
            around: |rows, next, _| {
                (Value::from(rows), next.map(|at| ("next-page", format!("/r?from={at}"))))
            },
        },
    ]
}

/// A server with rows in it, as a call finds it.
struct Served<'a> {
    server: &'a Server,
    rows: &'a [Value],
    /// Rows of a page at most.
    size: usize,
    says_total: bool,
}

struct Page {
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
}

impl Served<'_> {
    fn answer(&self, call: &Call) -> Page {
        let start = (self.server.start)(&Asked::of(call), self.size).min(self.rows.len());
        let end = (start + self.size).min(self.rows.len());
        let next = (end < self.rows.len()).then_some(end);
        let (body, header) = (self.server.around)(self.rows[start..end].to_vec(), next, self.size);
        let total = self.says_total.then(|| ("x-total-count", self.rows.len().to_string()));
        Page {
            body: body.to_string().into_bytes(),
            headers: header.into_iter().chain(total).collect(),
        }
    }
}

fn begin(connection: &Connection, workspace: &mut Workspace) -> (PageReader, Call) {
    let (request, _) = RESPONSES.address(connection).expect("the feed");
    let call = request.call(connection, &Parameters::default());
    let pager = Pager::new(request.paging.clone().expect("pages"), call);
    let first = pager.first();
    let clock = Clock::new(FixedZone::default(), NOW);
    let reader = PageReader::new(RESPONSES, connection, pager, workspace, clock);
    (reader.expect("the feed"), first)
}

/// Reads all pages, each in pieces of some bytes. Says how many pages there were.
fn read_pages(
    connection: &Connection,
    workspace: &mut Workspace,
    piece: usize,
    mut answer: impl FnMut(&Call) -> Page,
) -> Result<usize, Failure> {
    let (mut reader, mut call) = begin(connection, workspace);
    let mut pages = 0;
    loop {
        let page = answer(&call);
        pages += 1;
        assert!(pages < 10_000, "it must come to an end");
        let header = |name: &str| {
            let found = page.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.clone())
        };
        let pushed = page.body.chunks(piece).try_for_each(|part| reader.push(part, workspace));
        match pushed.and_then(|()| reader.turn(&header, workspace)) {
            Ok(Some(next)) => call = next,
            Ok(None) => {
                reader.finish(workspace);
                return Ok(pages);
            }
            Err(failure) => {
                reader.break_off(workspace);
                return Err(failure);
            }
        }
    }
}

/// What a reading gave: figures, and what was wrong in which row.
fn gave(workspace: &Workspace) -> impl PartialEq + std::fmt::Debug + use<> {
    let tally = workspace.feedback.tally(Grain::FINEST);
    let problems: Vec<_> = workspace.problems.first().iter().map(|one| one.row).collect();
    let rows = workspace.feeds.find(RESPONSES).map(|state| state.rows);
    (counted(workspace), tally.span(), problems, rows)
}

fn at_once(rows: &[Value]) -> Workspace {
    let (mut workspace, plain) = (workspace(), json!({"responses": {"path": "r", "rows": "$[*]"}}));
    let body = Value::from(rows.to_vec()).to_string();
    read(RESPONSES, &connection(&plain), &mut workspace, body.as_bytes(), 4096).expect("a body");
    workspace
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn pages_give_what_the_whole_gives(
        count in 0usize..60, asked in 1usize..30, clamp in 1usize..30, piece in 1usize..300,
        says_total in any::<bool>(),
    ) {
        let rows = rows(count);
        let expected = gave(&at_once(&rows));
        for server in servers(asked) {
            let connection = connection(&json!({"responses": server.feed}));
            let (size, mut workspace) = (asked.min(clamp), workspace());
            let served = Served { server: &server, rows: &rows, size, says_total };
            let pages = read_pages(&connection, &mut workspace, piece, |call| served.answer(call));
            prop_assert!(pages.is_ok(), "{}: {pages:?}", server.feed);
            prop_assert_eq!(&gave(&workspace), &expected, "{}", server.feed);
            // One more than there are, where nobody says that there is nothing more.
            let most = count.div_ceil(size).max(1) + 1;
            prop_assert!(pages.is_ok_and(|pages| pages <= most), "{}", server.feed);
        }
    }

    #[test]
    fn a_page_that_is_cut_off_leaves_what_came_before(
        size in 1usize..20, broken in 1usize..4, cut in 0.0f64..1.0, piece in 1usize..300,
    ) {
        let rows = rows(60);
        for server in servers(size) {
            let connection = connection(&json!({"responses": server.feed}));
            let mut workspace = workspace();
            let served = Served { server: &server, rows: &rows, size, says_total: false };
            let mut page = 0;
            let read = read_pages(&connection, &mut workspace, piece, |call| {
                let mut answer = served.answer(call);
                page += 1;
                if page == broken {
                    answer.body.truncate((answer.body.len() as f64 * cut) as usize);
                }
                answer
            });
            let there = (broken - 1) * size;
            let state = workspace.feeds.find(RESPONSES).expect("the feed");
            let is_told = matches!(
                read,
                Err(Failure::Body(_) | Failure::Paging(PagingFault::Unseen))
            );
            prop_assert!(is_told, "{}: {read:?}", server.feed);
            prop_assert!((there..=there + size).contains(&(state.rows as usize)), "{}", server.feed);
            let pages = state.pages.expect("pages");
            prop_assert_eq!(pages.number as usize, broken);
            let expected = gave(&at_once(&rows[..state.rows as usize]));
            prop_assert_eq!(gave(&workspace), expected, "{}", server.feed);
        }
    }
}

fn offset() -> Connection {
    let paging = json!({"kind": "offset", "offset": "skip", "limit": "top", "size": 10});
    connection(&json!({"responses": {"path": "r", "rows": "$.rows[*]", "paging": paging}}))
}

fn page(rows: &[Value]) -> Page {
    Page { body: json!({"rows": rows}).to_string().into_bytes(), headers: Vec::new() }
}

fn fault(read: Result<usize, Failure>) -> PagingFault {
    let Err(Failure::Paging(fault)) = read else { unreachable!("{read:?}") };
    fault
}

#[test]
fn a_server_that_heeds_no_offset_is_found_out_and_nothing_counts_twice() {
    let (rows, mut workspace) = (rows(10), workspace());
    let read = read_pages(&offset(), &mut workspace, 50, |_| page(&rows));
    assert_eq!(fault(read), PagingFault::RepeatedPage(1));
    assert_eq!(gave(&workspace), gave(&at_once(&rows)));
}

#[test]
fn ids_tell_a_page_whatever_else_changes_in_it() {
    let (rows, mut workspace, mut turn) = (rows(10), workspace(), 0);
    let read = read_pages(&offset(), &mut workspace, 50, |_| {
        turn += 1;
        let mut rows = rows.clone();
        rows.iter_mut().for_each(|row| row["served"] = json!(turn));
        page(&rows)
    });
    assert_eq!(fault(read), PagingFault::RepeatedPage(1));
    assert_eq!(counted(&workspace), counted(&at_once(&rows)));
}

#[test]
fn a_long_page_is_known_before_it_has_ended() {
    let (rows, mut workspace) = (rows(1000), workspace());
    let read = read_pages(&offset(), &mut workspace, 4096, |_| page(&rows));
    assert_eq!(fault(read), PagingFault::RepeatedPage(1));
    assert_eq!(gave(&workspace), gave(&at_once(&rows)));
}

fn cursors(next: impl Fn(usize) -> Value) -> (Result<usize, Failure>, Workspace) {
    let paging = json!({"kind": "cursor", "next": "$.next", "cursor": "c", "max_pages": 4});
    let feed = json!({"responses": {"path": "r", "rows": "$.rows[*]", "paging": paging}});
    let (all, mut workspace, mut turn) = (rows(100), workspace(), 0);
    let read = read_pages(&connection(&feed), &mut workspace, 999, |_| {
        turn += 1;
        let rows = &all[(turn - 1) * 10..turn * 10];
        Page {
            body: json!({"next": next(turn), "rows": rows}).to_string().into_bytes(),
            ..page(&[])
        }
    });
    (read, workspace)
}

#[test]
fn a_way_that_leads_back_or_nowhere_or_on_for_ever_is_told() {
    let (read, workspace) = cursors(|turn| json!(format!("c{}", turn % 2)));
    assert_eq!((fault(read), counted(&workspace)), (PagingFault::GoesBack, 26));
    assert_eq!(fault(cursors(|_| json!({"at": 1})).0), PagingFault::NoWay);
    let (read, workspace) = cursors(|turn| json!(turn));
    assert_eq!(fault(read), PagingFault::TooMany(4));
    assert_eq!(workspace.feeds.find(RESPONSES).map(|state| state.rows), Some(40));
    for end in [Value::Null, json!(""), json!(false)] {
        assert_eq!(cursors(|_| end.clone()).0, Ok(1), "{end}");
    }
}

#[test]
fn what_stands_around_the_rows_must_be_seen() {
    let paging = json!({"kind": "cursor", "next": "$.next", "cursor": "c"});
    let feed = json!({"responses": {"path": "r", "rows": "$.rows[*]", "paging": paging}});
    let body = json!({"included": "x".repeat(100_000), "next": "c1", "rows": rows(3)}).to_string();
    let read = read_pages(&connection(&feed), &mut workspace(), 999, |_| Page {
        body: body.clone().into_bytes(),
        headers: Vec::new(),
    });
    assert_eq!(fault(read), PagingFault::Unseen);
}

#[test]
fn a_later_page_that_is_none_is_told_and_the_rows_before_it_count() {
    let (rows, mut workspace, mut turn) = (rows(20), workspace(), 0);
    let read = read_pages(&offset(), &mut workspace, 50, |_| {
        turn += 1;
        match turn {
            1 => page(&rows[..10]),
            _ => Page { body: b"<!doctype html>".to_vec(), headers: Vec::new() },
        }
    });
    assert!(matches!(read, Err(Failure::Body(BodyFailure::NotJson(_)))), "{read:?}");
    assert_eq!(gave(&workspace), gave(&at_once(&rows[..10])));
}

#[test]
fn a_total_ends_the_pages_and_one_that_is_wrong_does_not() {
    let all = rows(20);
    let asked = |total: &str| {
        let (mut workspace, mut calls) = (workspace(), Vec::new());
        let read = read_pages(&offset(), &mut workspace, 50, |call| {
            let start = Asked::of(call).number("skip").expect("an offset").min(20);
            calls.push(start);
            let headers = vec![("content-range", format!("items {start}-/{total}"))];
            Page { headers, ..page(&all[start..(start + 10).min(20)]) }
        });
        assert!(read.is_ok());
        assert_eq!(gave(&workspace), gave(&at_once(&all)));
        let pages = workspace.feeds.find(RESPONSES).and_then(|state| state.pages);
        (calls, pages.and_then(|pages| pages.rows))
    };
    assert_eq!(asked("20"), (vec![0, 10], Some(20)));
    assert_eq!(asked("*"), (vec![0, 10, 20], None));
    assert_eq!(
        asked("5"),
        (vec![0, 10, 20], Some(5)),
        "an estimate that has been exceeded is none"
    );
}

#[test]
fn a_row_that_comes_in_while_pages_are_read_moves_the_others_and_none_counts_twice() {
    let server = servers(10).remove(0);
    let connection = connection(&json!({"responses": server.feed}));
    let (mut rows, mut workspace, mut page) = (rows(30), workspace(), 0);
    let before = counted(&at_once(&rows));
    let read = read_pages(&connection, &mut workspace, 50, |call| {
        page += 1;
        if page == 2 {
            let mut new = rows[0].clone();
            new["id"] = "new".into();
            rows.insert(0, new);
        }
        Served { server: &server, rows: &rows, size: 10, says_total: false }.answer(call)
    });
    assert_eq!(read, Ok(4));
    // What came in at the front of a page that had been read is seen next time.
    assert_eq!(counted(&workspace), before);
    let told: Vec<_> = workspace
        .problems
        .first()
        .iter()
        .filter(|one| one.reason.kind == ReasonKind::Duplicate)
        .collect();
    assert_eq!(told.len(), 1);
    let reason = &told[0].reason;
    assert_eq!((told[0].row, reason.field.as_str(), reason.value.as_str()), (11, "$.id", "r9"));
}
