//! The address bar: places as URLs that a browser has had in its hands.

use crate::support::{Planted, document, pause, until, window};
use heartline::core::model::{JourneyId, Lang, TouchpointId};
use heartline::core::query::{
    ControlState, DataState, Filters, HeatState, MapState, Page, PeriodChoice, Place,
    ResponsesState, Zoom, decode, encode,
};
use heartline::platform::{address, href_of, on_travel, push, replace};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// The address bar, given back as it was when dropped; the app lives at `base` meanwhile.
pub struct AddressBar(#[expect(dead_code, reason = "taken away when dropped")] Planted, String);

impl AddressBar {
    pub fn with_base(base: &str) -> Self {
        let before = window().location().href().expect("an address");
        // A test that fails leaves its base behind, and the first one counts.
        while let Some(left) = document().query_selector("base").expect("a selector") {
            left.remove();
        }
        let element = Planted::in_head("base");
        element.0.set_attribute("href", base).expect("an attribute");
        Self(element, before)
    }
}

impl Drop for AddressBar {
    fn drop(&mut self) {
        let history = window().history().expect("a history");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&self.1));
    }
}

pub fn here() -> Place {
    let (path, query) = address();
    decode(&path, &query)
}

/// Places with all that is awkward in a URL.
fn places() -> Vec<Place> {
    let names =
        ["stay", "入住 旅程", "a/b?c#d&e=f+g", "100%", "%2F", "é\u{301}", "<b>'\"`", "{x}|\\^"];
    let mut places: Vec<Place> = names
        .into_iter()
        .flat_map(|name| {
            let state = MapState {
                control: ControlState::default(),
                zoom: Zoom::Wide,
                overlays: vec![name.into(), "second".into()],
                open: Some(TouchpointId::new(name)),
                table: true,
                ..MapState::default()
            };
            let heat = HeatState { search: name.into(), ..HeatState::default() };
            [
                Page::Map(JourneyId::new(name), state),
                Page::Heat(JourneyId::new(name), heat),
                Page::Responses(ResponsesState::of(Some(TouchpointId::new(name)))),
            ]
            .map(|page| Place {
                page,
                filters: Filters {
                    period: PeriodChoice::parse("2026-08-05..2026-08-19").expect("a period"),
                    dimensions: [Some(name.into()), None, Some("夜班".into())],
                },
                lang: Some(Lang::Zh),
            })
        })
        .collect();
    let plain = [Page::Overview, Page::Journeys, Page::Hearts, Page::Data(DataState::default())];
    places.extend(plain.map(|page| Place { page, ..Place::default() }));
    places
}

#[wasm_bindgen_test]
fn every_place_comes_back_from_the_address_bar() {
    for base in ["/", "/deep/down/"] {
        let _bar = AddressBar::with_base(base);
        for place in places() {
            push(&encode(&place));
            let path = window().location().pathname().expect("a path");
            assert!(path.starts_with(base), "{path} is below {base}");
            assert_eq!(here(), place, "{path} at {base}");
        }
    }
}

#[wasm_bindgen_test]
fn a_link_leads_below_the_base() {
    let bar = AddressBar::with_base("/");
    assert_eq!(href_of("/hearts"), "/hearts");
    drop(bar);
    let _bar = AddressBar::with_base("/deep/down/");
    assert_eq!(href_of("/hearts?lang=en"), "/deep/down/hearts?lang=en");
}

#[wasm_bindgen_test]
async fn the_way_back_leads_through_what_was_pushed_not_replaced() {
    let _bar = AddressBar::with_base("/");
    let travels = Rc::new(Cell::new(0));
    let count = Rc::clone(&travels);
    let travel = on_travel(move || count.set(count.get() + 1)).expect("a page");
    push("/journeys");
    push("/hearts");
    replace("/data");
    let history = window().history().expect("a history");

    history.back().expect("a way back");
    until("the way back is heard", || travels.get() == 1).await;
    assert_eq!(here().page, Page::Journeys);

    history.forward().expect("a way forth");
    until("the way forth is heard", || travels.get() == 2).await;
    assert_eq!(here().page, Page::Data(DataState::default()), "what was replaced is gone");

    drop(travel);
    history.back().expect("a way back");
    until("the address bar has moved", || here().page == Page::Journeys).await;
    pause(50).await;
    assert_eq!(travels.get(), 2, "nobody listens any more");
}

#[wasm_bindgen_test]
fn an_address_the_browser_refuses_changes_nothing() {
    let _bar = AddressBar::with_base("https://elsewhere.example/");
    let before = document().url().expect("an address");
    push("//another.example/hearts");
    assert_eq!(document().url().expect("an address"), before);
}
