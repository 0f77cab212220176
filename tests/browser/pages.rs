//! The app in a page: what it shows, what it asks, and what it leaves alone.

use crate::data::{HARM, demo, harmful};
use crate::history::here;
use crate::stage::{Engine, Stage, Wired, text};
use crate::support::{document, get, until, window};
use heartline::core::connection::{FeedId, FeedKind, Secret, Wanted};
use heartline::core::model::Lang;
use heartline::core::query::Query;
use heartline::core::workspace::Failure;
use heartline::platform::{Keep, load};
use heartline::protocol::{FeedFailure, Request, SITE, SourceStatus, Status};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// Every page, with what opens on it.
pub const PAGES: [&str; 10] = [
    "/",
    "/journeys",
    "/journeys/hotel-stay?open=night-service",
    "/journeys/hotel-stay?table=1",
    "/journeys/hotel-stay/heat?by=segment",
    "/journeys/hotel-stay/heat?view=priority",
    "/journeys/hotel-stay/heat?view=risk",
    "/hearts",
    "/responses",
    "/data",
];

fn asks(engine: &Engine, wanted: impl Fn(&Query) -> bool) -> bool {
    engine
        .asked()
        .iter()
        .any(|request| matches!(request, Request::Ask { query, .. } if wanted(query)))
}

#[wasm_bindgen_test]
async fn text_from_an_api_stays_text() {
    let engine = Engine::of(harmful());
    for page in PAGES {
        let stage = Stage::shown(page, &engine).await;
        assert!(stage.text().contains(HARM), "{page} shows what the API gave");
        let planted = stage.all(".planted, img, script, iframe, object, [onerror]");
        assert!(planted.is_empty(), "{page}: {}", planted[0].outer_html());
        for link in stage.all("a") {
            let protocol = link.unchecked_ref::<web_sys::HtmlAnchorElement>().protocol();
            assert!(["http:", "https:"].contains(&protocol.as_str()), "{page}: {protocol}");
        }
        stage.leave().await;
    }
    assert!(get(&window(), "harmed").is_undefined());
}

#[wasm_bindgen_test]
async fn the_language_is_the_links_then_the_readers() {
    let engine = Engine::of(demo());
    let root = document().document_element().expect("a root");
    let stage = Stage::shown("/?lang=zh-CN", &engine).await;
    assert!(
        stage.text().contains("总览") && asks(&engine, |query| *query == Query::Choices(Lang::Zh))
    );
    until("the document is Chinese", || root.get_attribute("lang").as_deref() == Some("zh-CN"))
        .await;
    stage.one("button[lang=en]").click();
    until("the page is English", || stage.text().contains("Overview")).await;
    until("so is the document", || root.get_attribute("lang").as_deref() == Some("en")).await;
    assert_eq!(here().lang, Some(Lang::En), "the link says what its reader saw");
    assert_eq!(load(Keep::Device, "heartline.language").as_deref(), Some("en"));
}

#[wasm_bindgen_test]
async fn what_was_answered_beforehand_is_there_before_the_engine_speaks() {
    let bytes: &[u8] = include_bytes!("../../public/demo/first-answers.bin");
    let engine = Engine::mute();
    let wired = Wired::to(Some(&engine), Some(&Uint8Array::from(bytes)));
    let stage = Stage::with("/?lang=en", wired);
    stage.settled().await;
    assert!(!stage.all(".figure").is_empty());
    assert!(
        asks(&engine, |query| matches!(query, Query::Overview(_, Lang::En))),
        "and still it is asked"
    );
}

#[wasm_bindgen_test]
async fn a_page_that_waits_says_so() {
    let stage = Stage::open("/hearts?lang=en", &Engine::mute());
    until("grey shapes", || stage.find(".waiting").is_some()).await;
    assert_eq!(stage.one(".waiting").get_attribute("role").as_deref(), Some("status"));
    assert_eq!(text(&stage.one(".waiting")), "Loading");
}

#[wasm_bindgen_test]
async fn an_engine_that_cannot_run_is_told() {
    let stage = Stage::with("/?lang=en", Wired::to(None, None));
    until("a notice", || stage.find(".notice.bad").is_some()).await;
    assert!(text(&stage.one(".notice.bad")).starts_with("The engine could not start"));
    drop(stage);
    let engine = Engine::of(demo());
    let stage = Stage::shown("/?lang=en", &engine).await;
    assert!(stage.find(".notice").is_none());
    engine.post(&Uint8Array::from([250_u8, 1].as_slice()));
    until("a notice", || stage.find(".notice.bad").is_some()).await;
}

fn wanting(wanted: Wanted) -> SourceStatus {
    SourceStatus { id: SITE.into(), wants_secret: true, wanted, ..SourceStatus::default() }
}

#[wasm_bindgen_test]
async fn a_key_is_asked_for_sent_once_and_not_left_on_the_page() {
    let refused = Failure::Status { code: 401, beginning: String::new(), retry_after: None };
    let status = Status {
        failures: vec![FeedFailure {
            feed: FeedId::only(FeedKind::Responses),
            url: "https://api.example/rows".into(),
            why: refused,
            page: None,
            rows: 0,
            stands: false,
        }],
        sources: vec![wanting(Wanted::Key)],
        ..Status::default()
    };
    let engine = Engine::with_status(status);
    let stage = Stage::open("/?lang=en", &engine);
    until("the form", || stage.find("input[type=password]").is_some()).await;
    let field: HtmlInputElement = stage.one("input[type=password]").unchecked_into();
    let label = stage.one(&format!("label[for={}]", field.id()));
    assert_eq!(text(&label), "Key");
    assert_eq!(field.get_attribute("autocomplete").as_deref(), Some("off"));

    field.set_value(" s3cret ");
    stage.one("form.notice button").click();
    let unlock = Request::Unlock { source: SITE.into(), secret: Secret::key("s3cret") };
    until("the key is handed over", || engine.asked().contains(&unlock)).await;
    assert_eq!(field.value(), "");
    assert!(!document().url().expect("an address").contains("s3cret"));
    assert_eq!(load(Keep::Device, "heartline.secret"), None, "a key stays with the tab");
    assert!(!stage.html().contains("s3cret"));
}

#[wasm_bindgen_test]
async fn a_user_s_name_and_password_are_asked_for_where_the_connection_wants_them() {
    let wants = |wanted| Status { sources: vec![wanting(wanted)], ..Status::default() };
    let engine = Engine::with_status(wants(Wanted::UserAndPassword));
    let stage = Stage::open("/?lang=en", &engine);
    until("the form", || stage.find("#user-0").is_some()).await;
    let field = |name| -> HtmlInputElement { stage.one(name).unchecked_into() };
    field("#user-0").set_value(" eve ");
    field("#secret-0").set_value(" open sesame ");
    stage.one("form.notice button").click();
    let secret = Secret { user: "eve".into(), key: " open sesame ".into() };
    let unlock = Request::Unlock { source: SITE.into(), secret };
    until("both are handed over", || engine.asked().contains(&unlock)).await;
    assert_eq!(field("#secret-0").value(), "", "the password is not left on the page");

    let engine = Engine::with_status(wants(Wanted::Password("reports".into())));
    let stage = Stage::open("/?lang=zh-CN", &engine);
    until("the form", || stage.find("#secret-0").is_some()).await;
    assert!(stage.find("#user-0").is_none());
    assert_eq!(text(&stage.one("label[for=secret-0]")), "reports 的密码");
}
