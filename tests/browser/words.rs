//! Both languages, whole: nothing of the one is left in the other.

use crate::data::demo;
use crate::pages::PAGES;
use crate::stage::{Engine, Stage};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

/// What is the same in both languages: the product, terms of the field, units, and file names.
const COMMON: [&str; 10] = ["Heartline", "Holm", "NPS", "App", "KB", "MB", "n", "p", "r", "L"];

/// Whom and what methods are named after, and their symbols: written alike in both languages.
const METHODS: [&str; 37] = [
    "Wald",
    "Reichheld",
    "Rocks",
    "Wilson",
    "Student",
    "Steffen",
    "OECD",
    "JRC",
    "Pearson",
    "Spearman",
    "Martilla",
    "James",
    "RPN",
    "AIAG",
    "VDA",
    "FMEA",
    "Shewhart",
    "XmR",
    "MR",
    "Wheeler",
    "EWMA",
    "Roberts",
    "Newcombe",
    "Welch",
    "Satterthwaite",
    "Mann",
    "Whitney",
    "McGraw",
    "Wong",
    "H",
    "M",
    "U",
    "m",
    "s",
    "t",
    "w",
    "z",
];

/// What stands in one language on purpose, or is the customers' own.
const OWN: &str = ".comments, .url, .address, td.url, button[lang], code";

/// Every text of a page that a reader meets, with what only a screen reader says.
fn texts(stage: &Stage) -> Vec<String> {
    let mut texts = vec![web_sys::window().expect("a page").document().expect("one").title()];
    for element in stage.all("*") {
        if element.closest(OWN).expect("a selector").is_some() {
            continue;
        }
        texts.extend(own_text(&element));
        let names = ["aria-label", "title", "alt", "placeholder", "label"];
        texts.extend(names.iter().filter_map(|name| element.get_attribute(name)));
    }
    texts
}

/// The text right in an element, without that of what it holds.
fn own_text(element: &Element) -> Vec<String> {
    let nodes = element.child_nodes();
    let nodes = (0..nodes.length()).filter_map(|at| nodes.get(at));
    let of_text = nodes.filter(|node: &Node| node.is_instance_of::<web_sys::Text>());
    of_text.filter_map(|node| node.text_content()).collect()
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// The Latin words of a text that are none of both languages.
fn english(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.filter(|word| !COMMON.contains(word) && !METHODS.contains(word)).collect()
}

#[wasm_bindgen_test]
async fn no_english_is_left_in_chinese() {
    let engine = Engine::of(demo());
    for page in PAGES {
        let stage = Stage::shown(&in_language(page, "zh-CN"), &engine).await;
        let texts = texts(&stage);
        let chinese = texts.iter().filter(|text| text.chars().any(is_chinese)).count();
        assert!(chinese >= 20, "{page}: {chinese} Chinese texts");
        let left: Vec<&String> = texts.iter().filter(|text| !english(text).is_empty()).collect();
        assert!(left.is_empty(), "{page}: {left:?}");
        stage.leave().await;
    }
}

#[wasm_bindgen_test]
async fn no_chinese_is_left_in_english() {
    let engine = Engine::of(demo());
    for page in PAGES {
        let stage = Stage::shown(&in_language(page, "en"), &engine).await;
        let texts = texts(&stage);
        let left: Vec<&String> = texts.iter().filter(|text| text.chars().any(is_chinese)).collect();
        assert!(left.is_empty(), "{page}: {left:?}");
        stage.leave().await;
    }
}

fn in_language(page: &str, tag: &str) -> String {
    let mark = if page.contains('?') { '&' } else { '?' };
    format!("{page}{mark}lang={tag}")
}
