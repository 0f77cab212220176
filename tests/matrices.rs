//! What matters, what is at risk and what is a signal, from rows to scenes.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

use heartline::core::calendar::{Day, FixedZone, Month, Timestamp};
use heartline::core::connection::{Config, FeedId, FeedKind};
use heartline::core::index::{Quadrant, pearson, spearman};
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::model::{JourneyId, Lang, TouchpointId};
use heartline::core::query::{
    Baseline, ControlState, Filters, Importance, Lines, Measure, PeriodChoice, PriorityState,
};
use heartline::core::scene::{ControlChartKind, ControlScene, PriorityScene, Towards};
use heartline::core::workspace::{Shortfall, Workspace};
use serde_json::{Value, json};

const UTC: FixedZone = FixedZone { seconds: 0 };
/// 2026-02-10T00:00:00Z
const NOW: Timestamp = Timestamp(1_770_681_600_000);
/// Of ten answers a month from January 2025 on, how many are satisfied.
const DESK: [u64; 13] = [9, 9, 8, 10, 9, 9, 9, 10, 8, 9, 9, 9, 3];
const PHONE: [u64; 13] = [5, 5, 4, 6, 5, 5, 5, 6, 4, 5, 6, 5, 5];

fn config() -> Config {
    let written = json!({
        "format": "heartline/config", "version": 1, "workspace": {"time_zone": "UTC"},
        "connection": {"name": "Shop", "base_url": "https://shop.example/", "feeds": {
            "journeys": {"path": "journeys", "rows": "$[*]"},
            "responses": {"path": "responses", "rows": "$[*]"}}},
    });
    Config::parse(&written.to_string()).expect("a configuration")
}

fn journeys() -> Value {
    let touchpoint =
        |id: &str, importance: Value| json!({"id": id, "name": id, "importance": importance});
    json!([{"id": "shop", "name": "Shop", "stages": [{"id": "all", "name": "All", "touchpoints": [
        touchpoint("desk", json!(4)), touchpoint("phone", json!(9)),
        touchpoint("unstated", Value::Null), touchpoint("unanswered", json!(5))]}]}])
}

/// Ten answers a month; dissatisfied ones are twos, satisfied ones are fives.
fn responses() -> Value {
    let month = |id: &'static str, place: usize, satisfied: u64| {
        let month = Month::new(2025, 1).plus(place as i32);
        (0..10).map(move |number| {
            json!({"id": format!("{id}{month}{number}"), "touchpoint": id,
                   "submitted_at": format!("{month}-05T12:00:00Z"),
                   "answers": {"csat": if number < satisfied { 5 } else { 2 }}})
        })
    };
    let rows = [("desk", DESK), ("phone", PHONE), ("unstated", [10; 13])];
    let all = rows.into_iter().flat_map(|(id, satisfied)| {
        satisfied.into_iter().enumerate().flat_map(move |(place, count)| month(id, place, count))
    });
    Value::Array(all.collect())
}

fn workspace() -> Workspace {
    let config = config();
    let connection = config.connections.first().expect("a connection");
    let mut workspace = Workspace::new(config.settings.clone(), Day::of(NOW, &UTC));
    let bodies = [(FeedKind::Journeys, journeys()), (FeedKind::Responses, responses())];
    for (kind, body) in bodies {
        let id = FeedId::only(kind);
        let mut reader =
            FeedReader::new(id, connection, &workspace, Clock::new(UTC, NOW)).expect("a feed");
        reader.push(body.to_string().as_bytes(), &mut workspace);
        reader.finish(&mut workspace).expect("a whole feed");
    }
    workspace.feedback.complete();
    workspace
}

fn filters(period: &str) -> Filters {
    Filters { period: PeriodChoice::parse(period).expect("a period"), ..Filters::default() }
}

fn priority(state: PriorityState, period: &str) -> PriorityScene {
    let workspace = workspace();
    let journey = workspace.journey(&JourneyId::new("shop")).expect("a journey");
    workspace.priority_scene(journey, state, &filters(period), Lang::En)
}

fn control(state: ControlState, period: &str) -> ControlScene {
    let workspace = workspace();
    let (_, touchpoint) = workspace.touchpoint(&TouchpointId::new("desk")).expect("a touchpoint");
    workspace.control_scene(touchpoint, state, &filters(period))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn what_matters_most_and_lacks_most_comes_first() {
    let scene = priority(PriorityState::default(), "2025-01..2025-12");
    let ids: Vec<&str> = scene.points.iter().map(|point| &*point.touchpoint.id).collect();
    assert_eq!(ids, ["phone", "desk"]);
    assert_eq!((scene.no_figure, scene.no_importance, scene.target), (1, 1, 88.0));
    let [phone, desk] = &scene.points[..] else { unreachable!("two points") };
    let share = |satisfied: &[u64]| satisfied.iter().sum::<u64>() as f64 / 1.2;
    assert!(near(phone.priority, 9.0 * (88.0 - share(&PHONE[..12]))), "{phone:?}");
    assert_eq!((phone.shortfall, phone.figure.n), (Some(Shortfall::Sure), 120));
    assert_eq!(
        (phone.quadrant, desk.quadrant),
        (Some(Quadrant::ConcentrateHere), Some(Quadrant::PossibleOverkill))
    );
    assert_eq!((desk.priority, desk.shortfall, desk.rank), (0.0, None, 2));
    assert_eq!(scene.crosshair.map(|line| line.importance), Some(6.5));
}

#[test]
fn lines_at_the_middle_are_the_scales() {
    let lines = PriorityState { lines: Lines::Middle, ..PriorityState::default() };
    let crosshair = priority(lines, "2025-06").crosshair.expect("lines");
    assert_eq!((crosshair.importance, crosshair.performance), (5.5, 50.0));
}

#[test]
fn derived_importance_is_the_correlation_with_the_whole_journey() {
    let months = |own: [u64; 13]| -> Vec<(f64, f64)> {
        (0..12).map(|m| (own[m] as f64, (DESK[m] + PHONE[m] + 10) as f64)).collect()
    };
    for (importance, correlate) in
        [(Importance::Pearson, pearson as fn(&[(f64, f64)]) -> _), (Importance::Spearman, spearman)]
    {
        let scene = priority(PriorityState { importance, ..PriorityState::default() }, "2025-12");
        assert_eq!(scene.months.map(|(_, last)| last), Some(Month::new(2025, 12)));
        for (id, own) in [("desk", DESK), ("phone", PHONE)] {
            let point =
                scene.points.iter().find(|point| point.touchpoint.id == id).expect("a point");
            let wanted = correlate(&months(own)).expect("they vary");
            assert!(near(point.importance, wanted.r), "{importance:?} {id}: {point:?}");
            assert_eq!(point.months, Some(12));
        }
        // A touchpoint that never varies, and one without answers, correlate with nothing.
        assert_eq!((scene.points.len(), scene.no_importance), (2, 2));
    }
}

#[test]
fn fewer_than_ten_months_derive_no_importance() {
    let derived = PriorityState { importance: Importance::Pearson, ..PriorityState::default() };
    let scene = priority(derived, "2025-09");
    assert_eq!((scene.points.len(), scene.no_importance, scene.crosshair), (0, 4, None));
}

#[test]
fn keys_lead_to_every_point_and_stay_at_the_ends() {
    let scene = priority(PriorityState::default(), "2025-01..2025-12");
    let (phone, desk) = (0, 1);
    assert_eq!(scene.step(phone, Towards::Better), desk);
    assert_eq!(scene.step(desk, Towards::Better), desk);
    assert_eq!(scene.step(desk, Towards::More), phone);
    assert_eq!(scene.step(phone, Towards::Worse), phone);
    assert_eq!(scene.step(phone, Towards::Less), desk);
}

#[test]
fn a_share_that_falls_out_of_its_limits_is_a_signal() {
    let scene = control(ControlState::default(), "2025-11..2026-01");
    assert_eq!((scene.months.len(), scene.known, scene.n), (13, 12, 120));
    assert_eq!(scene.baseline, Some((Month::new(2025, 1), Month::new(2025, 12))));
    assert_eq!(scene.kind, ControlChartKind::P);
    let plot = scene.plot.expect("a chart");
    assert_eq!(plot.centre, 90.0);
    let half = 300.0 * (0.9 * 0.1 / 10.0_f64).sqrt();
    assert!(plot.lower[0].is_some_and(|lower| near(lower, 90.0 - half)));
    assert_eq!(plot.upper[0], Some(100.0));
    let [signal] = plot.signals[..] else { unreachable!("one signal: {:?}", plot.signals) };
    assert_eq!((signal.place, signal.in_period, Some(signal.limit)), (12, true, plot.lower[12]));
    assert!(near(signal.value, 30.0));
}

#[test]
fn means_have_a_chart_of_single_values_and_a_smoothed_one() {
    let emotion = ControlState { measure: Measure::Emotion, ..ControlState::default() };
    let single = control(emotion, "2026-01");
    let smooth = control(ControlState { ewma: true, ..emotion }, "2026-01");
    assert_eq!((single.kind, smooth.kind), (ControlChartKind::Xmr, ControlChartKind::Ewma));
    let (single, smooth) = (single.plot.expect("a chart"), smooth.plot.expect("a chart"));
    assert_eq!(smooth.centre, single.centre);
    let value = single.values[0].expect("answers");
    let first = 0.2 * value + 0.8 * single.centre;
    assert!(smooth.values[0].is_some_and(|smoothed| near(smoothed, first)));
    assert!(smooth.signals.iter().any(|signal| signal.place == 12), "{:?}", smooth.signals);
}

#[test]
fn too_few_months_make_no_baseline() {
    let early = control(ControlState::default(), "2025-05");
    assert_eq!((early.known, early.needed, early.plot), (5, 6, None));
    let six = ControlState { baseline: Baseline::First(6), ..ControlState::default() };
    assert!(control(six, "2025-06").plot.is_some());
}
