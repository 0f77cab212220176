//! What is told of one connection, and of several together.

use super::*;
use crate::core::calendar::Day;
use crate::core::connection::{FeedId, FeedKind, Settings};
use crate::core::workspace::{Failure, Pages, Phase, Resumed};

fn workspace() -> Workspace {
    Workspace::new(Settings::default(), Day::default())
}

fn of(workspace: &Workspace) -> Status {
    Status::of(vec![SourceStatus::default()], &[workspace])
}

#[test]
fn what_came_before_a_failure_is_told_where_it_counts() {
    let mut workspace = workspace();
    for kind in [FeedKind::Responses, FeedKind::Summary] {
        let state = workspace.feeds.of(FeedId::only(kind));
        state.rows = 150;
        state.phase = Phase::Failed(Failure::Cancelled);
    }
    let failures = of(&workspace).failures;
    let told: Vec<_> = failures.iter().map(|one| (one.feed.kind, one.rows, one.stands)).collect();
    let expected = [(FeedKind::Responses, 150, false), (FeedKind::Summary, 0, false)];
    assert_eq!(told, expected);
}

#[test]
fn a_refresh_that_failed_leaves_what_was_read() {
    let (mut shown, mut next) = (workspace(), workspace());
    let id = FeedId::only(FeedKind::Responses);
    let done = shown.feeds.of(id);
    (done.phase, done.rows) = (Phase::Done, 300);
    next.feeds.of(id).phase = Phase::Failed(Failure::TimedOut(3));
    assert!(!shown.is_outdone_by(&next));
    shown.note_failed_refresh(&next);
    let status = of(&shown);
    assert!(!status.reading);
    assert_eq!((status.failures[0].rows, status.failures[0].stands), (0, true));
    assert_eq!(shown.feeds.of(id).rows, 300);
}

#[test]
fn a_refresh_counts_what_is_new() {
    let mut workspace = workspace();
    let state = workspace.feeds.of(FeedId::only(FeedKind::Responses));
    let since = crate::core::calendar::Timestamp(0);
    state.resumed = Some(Resumed { since, before: 300, known: 4 });
    state.rows = 10;
    assert_eq!((state.all_rows(), state.new_rows()), (306, 6));
    let status = of(&workspace);
    assert_eq!((status.rows, status.resuming), (6, true));
}

#[test]
fn of_several_connections_those_are_told_that_are_being_read() {
    let id = FeedId::only(FeedKind::Responses);
    let with = |phase, rows, number| {
        let mut workspace = workspace();
        let state = workspace.feeds.of(id);
        (state.phase, state.rows) = (phase, rows);
        state.pages = Some(Pages { number, rows: None });
        workspace
    };
    let (done, reading) = (with(Phase::Done, 10, 1), with(Phase::Reading, 5, 3));
    let source = |reading, read_at| SourceStatus { reading, read_at, ..SourceStatus::default() };
    let status =
        Status::of(vec![source(false, Some(7)), source(true, Some(5))], &[&done, &reading]);
    assert_eq!((status.rows, status.page), (5, Some(3)));
    assert_eq!((status.read_at, status.stand()), (Some(5), Stand::Refreshing));
    let first = vec![source(false, Some(7)), source(true, None)];
    assert_eq!(Status::of(first, &[&done, &reading]).stand(), Stand::Reading);
    let both = Status::of(vec![source(false, Some(7)), source(false, None)], &[&done, &done]);
    assert_eq!((both.rows, both.page, both.read_at), (20, None, None));
    let failed = with(Phase::Failed(Failure::Cancelled), 0, 1);
    let status = Status::of(vec![source(false, Some(7)); 2], &[&done, &failed]);
    assert_eq!(status.failures[0].feed, id.of_source(1));
}
