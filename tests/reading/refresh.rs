//! A refresh that asks for what is new alone finds what reading everything finds.

use crate::support::{NOW, RESPONSES, connection, counted, read, workspace};
use heartline::core::calendar::{FixedZone, Timestamp};
use heartline::core::connection::{Connection, FeedId, FeedKind};
use heartline::core::mapping::ReasonKind;
use heartline::core::model::Dimension;
use heartline::core::tally::{Grain, Slice};
use heartline::core::workspace::{Phase, Workspace};
use proptest::prelude::*;
use serde_json::{Value, json};

const HOUR: i64 = 3_600_000;

fn resumable(overlap_seconds: i64) -> Connection {
    connection(&json!({"journeys": {"path": "j", "rows": "$[*]"}, "responses": {
        "path": "r", "rows": "$[*]",
        "since": {"query": "from", "form": "epoch_millis", "overlap_seconds": overlap_seconds}}}))
}

fn row(id: Option<&str>, hour: i64) -> Value {
    let at = NOW.0 - 100 * 24 * HOUR + hour * HOUR;
    json!({"id": id, "touchpoint": "desk", "submitted_at": at, "team": format!("t{}", hour % 3),
        "answers": {"nps": hour % 11}, "comment": format!("comment {hour}")})
}

fn read_rows(connection: &Connection, workspace: &mut Workspace, rows: &[Value]) {
    let body = Value::from(rows.to_vec()).to_string();
    read(RESPONSES, connection, workspace, body.as_bytes(), 70).expect("a whole body");
    workspace.feeds.of(RESPONSES).phase = Phase::Done;
    workspace.feedback.complete();
}

/// What an API answers that filters by time.
fn answer(rows: &[Value], from: Timestamp) -> Vec<Value> {
    let is_wanted = |row: &&Value| row["submitted_at"].as_i64().is_some_and(|at| at >= from.0);
    rows.iter().filter(is_wanted).cloned().collect()
}

/// A refresh of what has been read: the workspace that takes its place.
fn refresh(connection: &Connection, shown: &Workspace, rows: &[Value]) -> Workspace {
    let mut next = workspace();
    let from = next.resume(shown).expect("something to go on from");
    read_rows(connection, &mut next, &answer(rows, from));
    next
}

/// All that can be told of responses: counts by day, answer and team, and comments.
fn figures(workspace: &Workspace) -> (u64, Vec<u64>, Vec<String>) {
    let tally = workspace.feedback.tally(Grain::FINEST);
    let teams = tally
        .values(Dimension::Team)
        .names()
        .map(|name| Slice { dimensions: [None, None, Some(name.to_owned())], ..Slice::default() });
    let mut teams: Vec<u64> = teams.map(|team| tally.totals(&team).responses()).collect();
    teams.sort_unstable();
    let all = Slice::default();
    let comments = workspace.feedback.comments("desk", &all);
    let mut comments: Vec<String> =
        comments.map(|comment| comment.text.text().into_owned()).collect();
    comments.sort();
    (counted(workspace), teams, comments)
}

#[test]
fn what_is_new_is_added_and_what_came_in_late_is_found() {
    let connection = resumable(10 * 3600);
    let mut rows: Vec<Value> = (0..20).map(|n| row(Some(&format!("r{n}")), n)).collect();
    let mut shown = workspace();
    read_rows(&connection, &mut shown, &rows);
    rows.push(row(Some("late"), 12));
    rows.push(row(Some("new"), 40));
    let next = refresh(&connection, &shown, &rows);
    assert_eq!(counted(&next), 22);
    let state = next.feeds.find(RESPONSES).expect("a state");
    let resumed = state.resumed.expect("a part");
    // From the hour 9 on it was asked again: eleven of those rows were known.
    assert_eq!(
        (resumed.before, resumed.known, state.new_rows(), state.all_rows()),
        (20, 11, 2, 22)
    );
    assert_eq!(counted(&shown), 20, "what is on screen has not changed");
    assert_eq!(counted(&refresh(&connection, &next, &rows)), 22, "nothing is new any more");
}

#[test]
fn an_api_that_does_not_filter_after_all_has_nothing_counted_twice() {
    let connection = resumable(3600);
    let mut rows: Vec<Value> = (0..50).map(|n| row(Some(&format!("r{n}")), n)).collect();
    let mut shown = workspace();
    read_rows(&connection, &mut shown, &rows);
    rows.push(row(Some("new"), 60));
    let mut next = workspace();
    next.resume(&shown).expect("something to go on from");
    read_rows(&connection, &mut next, &rows);
    assert_eq!(counted(&next), 51);
}

#[test]
fn without_ids_what_is_later_than_all_before_is_new() {
    let connection = resumable(10 * 3600);
    let mut rows: Vec<Value> = (0..20).map(|n| row(None, n)).collect();
    let mut shown = workspace();
    read_rows(&connection, &mut shown, &rows);
    rows.extend([row(None, 15), row(None, 20), row(None, 21)]);
    assert_eq!(counted(&refresh(&connection, &shown, &rows)), 22);
}

#[test]
fn a_bad_row_that_comes_again_is_told_once() {
    let connection = resumable(10 * 3600);
    let bad = json!({"id": "bad", "submitted_at": NOW.0 - 100 * 24 * HOUR});
    let flawed = json!({"id": "flawed", "touchpoint": "desk", "submitted_at": NOW.0 - 100 * 24 * HOUR, "answers": {"nps": 99}});
    let rows = [row(Some("good"), 0), bad, flawed];
    let mut shown = workspace();
    read_rows(&connection, &mut shown, &rows);
    let twice = refresh(&connection, &refresh(&connection, &shown, &rows), &rows);
    let lost = |workspace: &Workspace| {
        let problems = &workspace.problems;
        (
            problems.rows_lost(FeedId::only(FeedKind::Responses)),
            problems.values_lost(FeedId::only(FeedKind::Responses)),
        )
    };
    assert_eq!((lost(&shown), lost(&twice)), ((1, 1), (1, 1)));
    assert_eq!(counted(&twice), 2);
}

#[test]
fn a_new_bad_row_says_of_which_answer_it_is_a_row() {
    let connection = resumable(0);
    let mut shown = workspace();
    read_rows(&connection, &mut shown, &[row(Some("good"), 0)]);
    let bad = json!({"id": "bad", "submitted_at": NOW.0, "touchpoint": null});
    let next = refresh(&connection, &shown, &[bad]);
    let problem = &next.problems.first()[0];
    assert_eq!((problem.row, problem.reason.kind), (1, ReasonKind::Missing));
    assert_eq!(problem.since, shown.recent.as_ref().and_then(|recent| recent.from()));
}

#[test]
fn figures_are_taken_over_only_where_they_would_be_counted_just_so() {
    let connection = resumable(0);
    let journeys = |ids: &[&str]| {
        let touchpoints: Vec<Value> = ids.iter().map(|id| json!({"id": id, "name": id})).collect();
        let mut workspace = workspace();
        let body = json!([{"id": "j", "stages": [{"id": "s", "touchpoints": touchpoints}]}]);
        let id = FeedId::only(FeedKind::Journeys);
        read(id, &connection, &mut workspace, body.to_string().as_bytes(), 99).expect("journeys");
        workspace
    };
    let mut shown = journeys(&["desk", "door"]);
    assert!(!shown.holds_in(&journeys(&["desk", "door"])), "nothing has been read");
    read_rows(&connection, &mut shown, &[row(Some("good"), 0)]);
    assert!(shown.holds_in(&journeys(&["door", "desk"])));
    assert!(
        !shown.holds_in(&journeys(&["desk", "door", "moon"])),
        "rows of the moon were left out"
    );
    read_rows(
        &connection,
        &mut shown,
        &[json!({"touchpoint": "desk", "submitted_at": "2027-01-01"})],
    );
    assert!(!shown.holds_in(&journeys(&["desk", "door"])), "that day may have come");
}

#[test]
fn counts_that_were_summed_up_cannot_be_added_to() {
    let both = connection(&json!({
        "responses": {"path": "r", "rows": "$[*]", "since": {"query": "from"}},
        "tally": {"path": "t", "rows": "$[*]"}}));
    assert_eq!((both.feeds.only_source(), both.feeds.since()), (None, None));
    assert_eq!(resumable(0).feeds.only_source(), Some(FeedKind::Responses));
    let connection = resumable(0);
    let since = connection.feeds.since().expect("since");
    let since = since.parameter(NOW, &FixedZone::default());
    let (request, _) = RESPONSES.address(&connection).expect("the feed");
    assert_eq!(request.call(&connection, &since).address, "r?from=1794268800000");
}

proptest! {
    /// Rows arrive in any order and at any time, none later than the overlap: after any number of refreshes the
    /// figures are those of reading everything.
    #[test]
    fn refreshes_find_what_reading_everything_finds(
        hours in prop::collection::vec(0i64..30, 1..60), parts in 1usize..6, shuffled in any::<bool>(),
    ) {
        let connection = resumable(31 * 3600);
        let rows: Vec<Value> =
            hours.iter().enumerate().map(|(n, hour)| row(Some(&format!("r{n}")), *hour)).collect();
        let part = rows.len().div_ceil(parts);
        let mut shown = workspace();
        read_rows(&connection, &mut shown, &rows[..part]);
        for step in 2..=parts {
            let mut there = rows[..rows.len().min(step * part)].to_vec();
            if shuffled {
                there.reverse();
            }
            shown = refresh(&connection, &shown, &there);
        }
        let mut at_once = workspace();
        read_rows(&connection, &mut at_once, &rows);
        prop_assert_eq!(figures(&shown), figures(&at_once));
        prop_assert_eq!(shown.feeds.find(RESPONSES).map(|state| state.all_rows()), Some(rows.len() as u64));
    }
}
