//! What is watched while the page is there, the document as a whole, and the clipboard.

use crate::support::{Planted, Printer, document, get, pause, replace, until, window};
use heartline::core::model::Lang;
use heartline::platform::{
    copy_text, focus, page_language, print, set_language, set_theme, set_title, token_pixels,
    watch_print, watch_size,
};
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_print_is_told_until_the_watch_is_dropped() {
    let printer = Printer::pretend();
    let told = Rc::new(RefCell::new(Vec::new()));
    let hear = Rc::clone(&told);
    let watch = watch_print(move |printing| hear.borrow_mut().push(printing));
    printer.print(true);
    printer.print(false);
    assert_eq!(*told.borrow(), [true, false]);
    drop(watch);
    printer.print(true);
    assert_eq!(told.borrow().len(), 2, "nobody listens any more");
}

#[wasm_bindgen_test]
async fn views_have_a_turn_before_the_page_prints_itself() {
    let printer = Printer::pretend();
    let drawn = Rc::new(Cell::new((false, 0)));
    let draw = Rc::clone(&drawn);
    // It may be over before anybody looks: how often views have drawn for paper is counted.
    let _watch = watch_print(move |printing| {
        let draw = Rc::clone(&draw);
        let times = draw.get().1 + u32::from(printing);
        wasm_bindgen_futures::spawn_local(async move { draw.set((printing, times)) });
    });
    print();
    assert_eq!(printer.printed(), 0, "the views have not had their turn");
    until("what the views draw", || drawn.get().1 > 0).await;
    until("the print", || printer.printed() == 1).await;
    until("the end", || !drawn.get().0).await;
}

#[wasm_bindgen_test]
async fn a_size_is_told_at_once_and_at_every_change_until_the_watch_is_dropped() {
    let element = Planted::in_body("div");
    let size = |width: &str| element.0.style().set_property("width", width).expect("a width");
    size("120px");
    element.0.style().set_property("height", "30px").expect("a height");
    let told = Rc::new(Cell::new((0.0, 0.0)));
    let hear = Rc::clone(&told);
    let watch = watch_size(&element.0, move |width, height| hear.set((width, height)));
    until("the first size", || told.get() == (120.0, 30.0)).await;
    size("80px");
    until("the next size", || told.get() == (80.0, 30.0)).await;
    drop(watch);
    size("60px");
    pause(100).await;
    assert_eq!(told.get(), (80.0, 30.0), "nobody listens any more");
}

#[wasm_bindgen_test]
fn a_token_is_measured_in_pixels() {
    let style = Planted::in_head("style");
    style.0.set_text_content(Some(":root { font-size: 20px; --in-rem: 9rem; --in-px: 12px }"));
    assert_eq!(token_pixels("in-rem"), 180.0);
    assert_eq!(token_pixels("in-px"), 12.0);
}

#[wasm_bindgen_test]
fn the_document_says_its_language_theme_and_title() {
    let root = document().document_element().expect("a root");
    for lang in Lang::ALL {
        set_language(lang);
        assert_eq!(root.get_attribute("lang").as_deref(), Some(lang.tag()));
    }
    set_theme("dark");
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    set_theme("");
    let title = document().title();
    set_title("五心 <b>");
    assert_eq!(document().title(), "五心 <b>");
    set_title(&title);
}

#[wasm_bindgen_test]
fn the_first_language_the_reader_has_in_common_is_taken() {
    let navigator = window().navigator();
    let speaks = |tags: &[&str]| {
        let tags: Array = tags.iter().map(|tag| JsValue::from_str(tag)).collect();
        let _change = replace(&navigator, "languages", &tags);
        page_language()
    };
    assert_eq!(speaks(&["fr-CA", "zh-Hans-CN", "en"]), Lang::Zh);
    assert_eq!(speaks(&["en-GB", "zh"]), Lang::En);
    assert_eq!(speaks(&["fr", "de"]), Lang::En, "none in common");
}

#[wasm_bindgen_test]
fn the_focus_goes_where_it_can() {
    let button = Planted::in_body("button");
    button.0.set_id("focus-here");
    focus("focus-here");
    let active = || document().active_element().map(|element| element.id());
    assert_eq!(active().as_deref(), Some("focus-here"));
    focus("nowhere");
    assert_eq!(active().as_deref(), Some("focus-here"));
}

#[wasm_bindgen_test]
async fn a_copy_says_whether_the_browser_would() {
    let clipboard = get(&window().navigator(), "clipboard");
    let copied = Rc::new(RefCell::new(String::new()));
    let write = |answer: fn() -> Promise| {
        let into = Rc::clone(&copied);
        let write = move |text: String| {
            into.replace(text);
            answer()
        };
        wasm_bindgen::closure::Closure::<dyn Fn(String) -> Promise>::new(write).into_js_value()
    };
    let allowed =
        replace(&clipboard, "writeText", &write(|| Promise::resolve(&JsValue::UNDEFINED)));
    assert!(copy_text("https://heartline.example/五心").await);
    assert_eq!(*copied.borrow(), "https://heartline.example/五心");
    drop(allowed);
    let _forbidden = replace(&clipboard, "writeText", &write(|| Promise::reject(&JsValue::NULL)));
    assert!(!copy_text("again").await);
}
