//! Going from page to page.

use crate::data::demo;
use crate::history::here;
use crate::pages::PAGES;
use crate::stage::{Engine, Stage, text};
use crate::support::{document, pause, until, window};
use gloo_events::{EventListener, EventListenerOptions};
use heartline::core::query::Page;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MouseEvent, MouseEventInit};

#[wasm_bindgen_test]
async fn a_link_changes_the_page_and_not_the_document() {
    let engine = Engine::of(demo());
    let stage = Stage::shown("/?lang=en&team=front-desk-night", &engine).await;
    let hearts = stage.one("nav a[href*='/hearts']");
    hearts.click();
    assert_eq!(here().page, Page::Hearts, "the address is there at once");
    assert_eq!(here().filters.dimensions[2].as_deref(), Some("front-desk-night"), "filters stay");
    until("the page of hearts", || stage.find(".overview").is_none() && stage.find("h1").is_some())
        .await;
    assert_eq!(document().title(), "Hearts · Heartline");
    let current = stage.all("[aria-current=page]");
    assert_eq!(current.iter().map(text).collect::<Vec<_>>(), ["Hearts"]);
    until("the heading has the focus", || {
        document().active_element().is_some_and(|active| active.id() == "heading")
    })
    .await;
    window().history().expect("a history").back().expect("a way back");
    until("the overview again", || stage.find(".overview").is_some()).await;
    assert_eq!(here().page, Page::Overview);
}

#[wasm_bindgen_test]
async fn a_click_that_asks_for_a_new_tab_is_left_to_the_browser() {
    let stage = Stage::shown("/?lang=en", &Engine::of(demo())).await;
    let link = stage.one("nav a[href*='/hearts']");
    // The browser's own part is stopped above the link, so that the test stays where it is.
    let root = link.closest("nav").expect("a selector").expect("the navigation");
    let taken = Rc::new(Cell::new(None));
    let see = Rc::clone(&taken);
    let listener = EventListener::new_with_options(
        &root,
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            see.set(Some(event.default_prevented()));
            event.prevent_default();
        },
    );
    let click = |with: fn(&MouseEventInit)| {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        with(&init);
        let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).expect("a click");
        link.dispatch_event(&event).expect("a click");
        taken.take()
    };
    for with in [
        (|init: &MouseEventInit| init.set_ctrl_key(true)) as fn(&MouseEventInit),
        |init| init.set_meta_key(true),
        |init| init.set_shift_key(true),
        |init| init.set_button(1),
    ] {
        assert_eq!(click(with), Some(false), "the browser does what it does with links");
        assert_eq!(here().page, Page::Overview);
    }
    assert_eq!(click(|_| ()), Some(true), "a plain click is the app's");
    assert_eq!(here().page, Page::Hearts);
    drop(listener);
}

#[wasm_bindgen_test]
async fn a_page_can_be_left_at_any_moment() {
    let engine = Engine::of(demo());
    for page in PAGES {
        for millis in [0, 5, 30] {
            let stage = Stage::open(page, &engine);
            until("a page or its grey shapes", || stage.find("h1, .waiting").is_some()).await;
            pause(millis).await;
            stage.one("nav a[href*='/data']").click();
            until("another page", || stage.find(".data-page").is_some()).await;
            stage.leave().await;
        }
    }
}

#[wasm_bindgen_test]
async fn an_address_without_a_page_says_so() {
    let stage = Stage::shown("/no/such/page?lang=en", &Engine::of(demo())).await;
    assert_eq!(text(&stage.one("h1")), "There is no such page");
    let stage_of_journey = Stage::shown("/journeys/nowhere?lang=en", &Engine::of(demo())).await;
    assert_eq!(text(&stage_of_journey.one("h1")), "There is no such journey");
}
