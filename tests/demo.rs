//! The demo data through the whole pipeline, as the page reads it. The data hide three stories; the
//! app must find them by itself.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

use heartline::core::calendar::{Day, FixedZone, Timestamp};
use heartline::core::connection::Config;
use heartline::core::connection::FeedId;
use heartline::core::connection::FeedKind;
use heartline::core::hearts::{Colour, MaturityLevel, Subject};
use heartline::core::index::KanoCategory;
use heartline::core::intake::FeedReader;
use heartline::core::mapping::Clock;
use heartline::core::model::{Heart, Lang, SurveyId, TouchpointId};
use heartline::core::query::{
    Filters, Importance, PriorityState, Query, ResponsesState, SurveysState,
};
use heartline::core::scene::{
    Findings, Gap, ItemWarning, Leads, Overview, Reliable, SurveysScene, answer,
};
use heartline::core::workspace::{Mover, Shortfall, Why, Workspace};

const SHANGHAI: FixedZone = FixedZone { seconds: 8 * 3600 };
/// 2026-11-10T00:00:00Z
const NOW: Timestamp = Timestamp(1_794_268_800_000);

fn read(workspace: &mut Workspace, config: &Config, kind: FeedKind, number: usize) {
    let id = FeedId::numbered(kind, number);
    let connection = config.connections.first().expect("a connection");
    let (request, _) = id.address(connection).expect("a feed");
    let clock = Clock::new(SHANGHAI, NOW);
    let mut reader = FeedReader::new(id, connection, workspace, clock).expect("a feed");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/demo/");
    let body = std::fs::read(format!("{folder}{}", request.path))
        .expect("demo data: run `make demo` first");
    body.chunks(64 << 10).for_each(|piece| reader.push(piece, workspace));
    reader.finish(workspace).expect("a whole feed");
}

/// The demo with its documents and summaries, and with its responses if asked.
fn demo(with_responses: bool) -> Workspace {
    let config = Config::demo().expect("the demo");
    let mut workspace = Workspace::new(config.settings.clone(), Day::of(NOW, &SHANGHAI));
    read(&mut workspace, &config, FeedKind::Journeys, 0);
    read(&mut workspace, &config, FeedKind::Indicators, 0);
    read(&mut workspace, &config, FeedKind::Summary, 0);
    read(&mut workspace, &config, FeedKind::Summary, 1);
    if with_responses {
        read(&mut workspace, &config, FeedKind::Responses, 0);
        workspace.feedback.complete();
    }
    workspace
}

fn overview(workspace: &Workspace) -> Overview {
    workspace.overview(&Filters::default(), Lang::En)
}

#[test]
fn it_is_as_large_as_promised() {
    let workspace = demo(true);
    assert_eq!(workspace.journeys.len(), 3);
    assert!(workspace.touchpoints().count() >= 55);
    assert!(workspace.problems.is_empty(), "{:?}", workspace.problems);
    assert_eq!(workspace.feeds.get(FeedKind::Responses).map(|feed| feed.rows), Some(20_000));
    let choices = workspace.choices(Lang::Zh);
    let (first, last) = choices.months.expect("responses");
    assert_eq!((first.to_string().as_str(), last.to_string().as_str()), ("2024-11", "2026-10"));
    let teams = &choices.dimensions[2];
    assert_eq!(teams.values.len(), 12);
    assert!(
        choices.dimensions.iter().flat_map(|d| &d.values).all(|v| v.name != v.id || v.id == "App")
    );
}

#[test]
fn the_night_service_is_cold() {
    let overview = overview(&demo(true));
    let first = &overview.fix_first[0];
    assert_eq!(first.touchpoint.id, "night-service");
    assert!(first.csat.is_under(60.0) && !first.csat.is_thin());
    assert!(first.why.iter().any(|why| matches!(why, Why::MissesHeart(Heart::Patience, _))));
}

#[test]
fn the_night_service_is_where_to_concentrate_by_either_importance() {
    let workspace = demo(true);
    let (journey, _) = workspace.touchpoint(&TouchpointId::new("night-service")).expect("it");
    for importance in [Importance::Stated, Importance::Spearman] {
        let state = PriorityState { importance, ..PriorityState::default() };
        let scene = workspace.priority_scene(journey, state, &Filters::default(), Lang::En);
        let night = scene.points.iter().find(|point| point.touchpoint.id == "night-service");
        let night = night.expect("it has both");
        assert!(night.shortfall == Some(Shortfall::Sure) && night.priority > 0.0, "{night:?}");
        assert_eq!((scene.points.len(), scene.no_figure, scene.no_importance), (20, 0, 0));
    }
}

#[test]
fn risks_are_named_in_both_languages_and_rated_whole() {
    let workspace = demo(false);
    for journey in &workspace.journeys {
        let [english, chinese] = Lang::ALL.map(|lang| workspace.risks_scene(journey, lang));
        assert!(english.lines.len() >= 15 && english.unrated == 0 && english.counts[0] > 0);
        let texts = english.lines.iter().zip(&chinese.lines);
        assert!(texts.clone().all(|(en, zh)| en.name.is_ascii() && !zh.name.is_ascii()));
        assert!(texts.clone().all(|(en, zh)| en.action != zh.action && en.fmea == zh.fmea));
    }
}

#[test]
fn nobody_finds_the_return_instructions() {
    let overview = overview(&demo(true));
    let second = &overview.fix_first[1];
    assert_eq!(second.touchpoint.id, "return-instructions");
    assert!(matches!(second.why[0], Why::Hard(easy) if easy.value.is_some_and(|v| v < 20.0)));
}

#[test]
fn a_team_dipped_after_its_supervisor_left() {
    let workspace = demo(true);
    let overview = overview(&workspace);
    let south = Subject::Team("branch-south".into());
    let alerts: Vec<_> = overview
        .alerts
        .iter()
        .filter(|line| matches!(line.alert.subject, Subject::Team(_)))
        .collect();
    assert_eq!(alerts.len(), 1, "only one team dipped: {alerts:?}");
    assert_eq!((&alerts[0].alert.subject, alerts[0].alert.colour), (&south, Colour::Red));
    assert!(
        overview
            .movements
            .iter()
            .any(|line| line.movement.mover == Mover::Team("branch-south".into()))
    );
}

#[test]
fn sums_say_the_same_before_the_responses_are_read() {
    let (early, late) = (overview(&demo(false)), overview(&demo(true)));
    assert!(early.settled && early.teams_settled);
    assert_eq!(early, late);
}

#[test]
fn the_culture_stands_at_its_second_level() {
    let overview = overview(&demo(true));
    assert_eq!(overview.maturity, MaturityLevel::Defined);
    let lacking: Vec<&str> =
        overview.lacking.iter().map(|(gap, _)| gap.criterion.measure.as_str()).collect();
    assert_eq!(lacking, ["behaviour_rate"]);
    assert_eq!(overview.weakest, Some(Heart::Patience));
    assert_eq!(overview.trend.values.len(), 24);
}

#[test]
fn comments_come_in_both_languages_newest_first() {
    let workspace = demo(true);
    let id = TouchpointId::new("night-service");
    let scene =
        workspace.responses_scene(&ResponsesState::of(Some(id)), &Filters::default(), Lang::Zh);
    assert!(scene.comments.len() >= 10);
    assert!(scene.comments.windows(2).all(|two| two[0].day >= two[1].day));
    let (chinese, english): (Vec<_>, Vec<_>) =
        scene.comments.iter().partition(|comment| !comment.text.is_ascii());
    assert!(chinese.len() > 2 && english.len() > 2);
}

fn survey(workspace: &Workspace, id: &str) -> SurveysScene {
    let state = SurveysState { survey: Some(SurveyId::new(id)), touchpoint: None };
    workspace.surveys_scene(&state, &Filters::default(), Lang::En)
}

#[test]
fn guests_expect_an_answer_at_night_and_find_none() {
    let scene = survey(&demo(true), "stay-quality");
    assert!((300..600).contains(&scene.respondents) && scene.n_invalid == 0 && scene.settled);
    let Some(Findings::Quality(found)) = scene.findings else { panic!("service quality") };
    assert_eq!((found.said, found.lowest.as_deref()), (Gap::Short, Some("Responsiveness")));
    let (gap, weighted) = (found.overall.gap, found.overall.weighted_gap);
    let lower = weighted.and_then(|w| w.value).zip(gap.and_then(|g| g.value));
    assert!(lower.is_some_and(|(weighted, gap)| weighted < gap), "what falls short matters most");
    let sizes: Vec<usize> = found.dimensions.iter().map(|line| line.items.len()).collect();
    assert_eq!(sizes, [4, 5, 4, 4, 5]);
    assert_eq!(found.dimensions[0].figures.said, Gap::Over);
    let items = found.dimensions.iter().flat_map(|line| &line.items);
    let value = |gap: Option<heartline::core::index::Estimate>| gap.and_then(|gap| gap.value);
    let worst = items.min_by(|a, b| value(a.gap).partial_cmp(&value(b.gap)).expect("numbers"));
    assert_eq!(worst.map(|item| item.name.as_str()), Some("Somebody answers at any hour"));
}

#[test]
fn a_list_of_documents_is_a_must_to_some_and_a_merit_to_others() {
    let scene = survey(&demo(true), "loan-needs");
    assert!((300..500).contains(&scene.respondents));
    let Some(Findings::Kano(found)) = scene.findings else { panic!("features") };
    let clear = found.features.iter().filter(|line| line.leads == Leads::Clearly).count();
    assert_eq!((clear, found.tested()), (5, 6));
    let categories: Vec<_> =
        found.features.iter().map(|line| line.kano.map(|k| k.category)).collect();
    use KanoCategory::{Attractive, Indifferent, MustBe, OneDimensional, Reverse};
    let told = [MustBe, OneDimensional, Attractive, MustBe, Indifferent, Reverse].map(Some);
    assert_eq!([&categories[..3], &categories[4..]].concat(), [&told[..3], &told[4..]].concat());
    let clear: Vec<bool> = found.features.iter().map(|line| line.leads == Leads::Clearly).collect();
    assert_eq!(clear, [true, true, true, false, true, true]);
}

#[test]
fn trust_holds_together_and_the_instructions_do_not() {
    let workspace = demo(true);
    let scale = |id: &str| match survey(&workspace, id).findings {
        Some(Findings::Scale(found)) => found,
        _ => panic!("a scale"),
    };
    assert_eq!(scale("hospital-trust").reliability.verdict, Reliable::Surely);
    let broken = scale("clear-instructions");
    assert_eq!(broken.reliability.verdict, Reliable::Not);
    let warnings: Vec<_> = broken.items.iter().map(|item| item.warning).collect();
    assert_eq!(warnings[..4], [None; 4]);
    assert_eq!(warnings[4..], [Some(ItemWarning::Against), Some(ItemWarning::Constant)]);
}

#[test]
fn a_survey_follows_the_filters() {
    let workspace = demo(true);
    let of = |survey: Option<&str>, filters: &Filters| {
        let state = SurveysState { survey: survey.map(SurveyId::new), touchpoint: None };
        workspace.surveys_scene(&state, filters, Lang::Zh)
    };
    let night =
        Filters { dimensions: [None, None, Some("front-desk-night".into())], ..Filters::default() };
    let (all, night) = (of(None, &Filters::default()), of(None, &night));
    assert_eq!(all.shown.as_ref().map(|shown| shown.name.as_str()), Some("入住服务质量"));
    assert!(night.respondents > 0 && night.respondents < all.respondents);
    let responsive = |scene: &SurveysScene| match &scene.findings {
        Some(Findings::Quality(found)) => found.dimensions[2].figures.gap.and_then(|gap| gap.value),
        _ => panic!("service quality"),
    };
    assert!(responsive(&night) < responsive(&all));
    let nowhere = of(Some("moon"), &Filters::default());
    assert_eq!((nowhere.shown, nowhere.findings, nowhere.surveys.len()), (None, None, 4));
}

#[test]
fn what_was_kept_of_it_says_the_same() {
    let (whole, config) = (demo(true), Config::demo().expect("the demo"));
    let bytes = whole.kept().expect("a complete workspace");
    let today = Day::of(NOW, &SHANGHAI);
    let kept = Workspace::restored(config.settings.clone(), today, &bytes).expect("its own kind");
    let (filters, lang) = (Filters::default(), Lang::En);
    let mut queries = vec![Query::Data, Query::Overview(filters.clone(), lang)];
    queries.push(Query::Hearts(filters.clone(), lang));
    for journey in &whole.journeys {
        queries.push(Query::Map(journey.id.clone(), lang));
        queries.push(Query::Scores(journey.id.clone(), filters.clone(), Vec::new(), lang));
    }
    queries.push(Query::Responses(ResponsesState::default(), filters.clone(), lang));
    for survey in whole.feedback.surveys().surveys() {
        let state = SurveysState { survey: Some(survey.id.clone()), touchpoint: None };
        queries.push(Query::Surveys(state, filters.clone(), lang));
    }
    for query in queries {
        assert_eq!(answer(&kept, &query), answer(&whole, &query), "{query:?}");
    }
    assert!(demo(false).kept().is_none(), "what is not complete is not kept");
    assert!(Workspace::restored(config.settings, today, &bytes[1..]).is_none());
}
