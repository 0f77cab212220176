//! The overview's own program: what it shows, and how it hands over.

use crate::data::demo;
use crate::history::here;
use crate::stage::{Engine, Stage, Wired};
use crate::support::{get, until};
use heartline::core::query::Page;
use js_sys::{Function, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

/// Stands for the boot script, which puts the app in the program's place, or cannot; counts how often it is asked.
fn handing_over(answer: &str) -> (Stage, impl Fn() -> f64 + use<>) {
    let wired = Wired::to(Some(&Engine::of(demo())), None);
    let heartline = get(&js_sys::global(), "heartline");
    let counting = format!("this.times = (this.times ?? 0) + 1; return {answer};");
    let hand_over = Function::new_no_args(&counting);
    Reflect::set(&heartline, &"handOver".into(), &hand_over).expect("an object");
    (Stage::entrance(wired), move || get(&heartline, "times").as_f64().unwrap_or(0.0))
}

fn link_to_hearts(stage: &Stage) {
    stage.one("nav a[href$='/hearts']").click();
}

#[wasm_bindgen_test]
async fn it_has_the_overview_and_needs_nobody_for_it() {
    let (stage, times) = handing_over("Promise.resolve(true)");
    stage.settled().await;
    assert!(stage.one("h1").text_content().is_some_and(|title| title.contains("Service health")));
    assert_eq!(times(), 0.0);
    stage.leave().await;
}

#[wasm_bindgen_test]
async fn it_hands_over_when_another_page_is_wanted() {
    let (stage, times) = handing_over("new Promise(() => {})");
    stage.settled().await;
    link_to_hearts(&stage);
    until("the app is asked for", || times() == 1.0).await;
    assert_eq!(here().page, Page::Hearts, "the address is right before the app is there");
    until("the reader sees that it is coming", || stage.find(".waiting").is_some()).await;
    stage.leave().await;
}

#[wasm_bindgen_test]
async fn it_says_when_the_app_cannot_be_had_and_asks_again_when_asked_again() {
    for answer in ["Promise.resolve(false)", "Promise.reject(new Error('off line'))"] {
        let (stage, times) = handing_over(answer);
        stage.settled().await;
        link_to_hearts(&stage);
        until("it is said", || stage.find(".empty h1").is_some()).await;
        assert!(
            stage.one("main .button").get_attribute("href").expect("a link").ends_with("/hearts")
        );
        stage.one("nav a[href='/']").click();
        until("the overview is there", || stage.find(".overview").is_some()).await;
        link_to_hearts(&stage);
        until("the app is asked for again", || times() == 2.0).await;
        stage.leave().await;
    }
}
