//! Figures, differences, hearts and charts, as they are seen and as they are read out.

use crate::data::demo;
use crate::stage::{Engine, Stage, text};
use crate::support::{Planted, document, get, until, window};
use heartline::core::model::Heart;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const STYLES: [&str; 3] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/figure.css"),
    include_str!("../../style/heart.css"),
];

fn styled() -> Planted {
    let style = Planted::in_head("style");
    style.0.set_text_content(Some(&STYLES.concat()));
    style
}

/// A property of an element as it is painted.
fn painted(element: &HtmlElement, property: &str) -> String {
    let style = window().get_computed_style(element).expect("styles").expect("a style");
    style.get_property_value(property).expect("a property")
}

#[wasm_bindgen_test]
async fn a_figure_shows_its_n_and_its_interval_to_whoever_asks() {
    let _style = styled();
    let stage = Stage::shown("/?lang=en", &Engine::of(demo())).await;
    let figures = stage.all(".figure");
    assert!(figures.len() >= 5, "{} figures", figures.len());
    for figure in figures {
        let tip = figure.query_selector(".tip").expect("a selector").expect("a note");
        let shown = || painted(tip.unchecked_ref(), "visibility") == "visible";
        assert!(!shown(), "the note is out of the way");
        figure.focus().expect("an element");
        let active = document().active_element();
        assert!(active.is_some_and(|active| active.is_same_node(Some(&figure))), "reached by key");
        until("the note is shown", shown).await;
        let read_out = get(&figure, "computedName").as_string().expect("a name");
        for part in ["n = ", "95% interval"] {
            assert!(read_out.contains(part), "{part} is read out, too, not only: {read_out}");
        }
        figure.blur().expect("an element");
        until("the note is gone", || !shown()).await;
    }
}

#[wasm_bindgen_test]
async fn a_difference_says_its_direction_in_shape_and_sign() {
    let stage = Stage::shown("/?lang=en", &Engine::of(demo())).await;
    let mut arrows = BTreeSet::new();
    for delta in stage.all(".delta") {
        let said = text(&delta);
        let (arrow, sign) = (said.chars().next(), said.chars().nth(1).filter(|c| !c.is_numeric()));
        let expected = match arrow {
            Some('▲') => (Some('+'), true, false),
            Some('▼') => (Some('−'), false, true),
            _ => (None, false, false),
        };
        let classes = delta.class_list();
        let shown = (sign, classes.contains("up"), classes.contains("down"));
        assert_eq!(shown, expected, "{said}");
        let drawn = delta.query_selector("[aria-hidden=true]").expect("a selector");
        assert!(drawn.is_some(), "an arrow is not read out: the sign is");
        arrows.extend(arrow);
    }
    assert!(arrows.len() >= 2, "the demo goes up and down: {arrows:?}");
}

#[wasm_bindgen_test]
async fn a_heart_is_a_shape_a_colour_and_a_name() {
    let _style = styled();
    let stage = Stage::shown("/hearts?lang=en", &Engine::of(demo())).await;
    let (mut outlines, mut colours, mut names) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for heart in Heart::ALL {
        let name = stage.one(&format!(".heart-name[data-heart={}]", heart.id()));
        let mark = name.query_selector(".heart-mark").expect("a selector").expect("a sign");
        assert_eq!(mark.get_attribute("aria-hidden").as_deref(), Some("true"), "the name says it");
        let path = mark.query_selector("path").expect("a selector").expect("an outline");
        outlines.insert(path.get_attribute("d").expect("an outline"));
        colours.insert(painted(mark.unchecked_ref(), "fill") + &painted(&name, "color"));
        names.insert(text(&name));
    }
    let expected = ["Attentiveness", "Care", "Confidence", "Patience", "Responsibility"];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert_eq!((outlines.len(), colours.len()), (5, 5), "told apart: {colours:?}");
}

#[wasm_bindgen_test]
async fn a_chart_that_cannot_be_had_gives_way_to_its_table() {
    let stage = Stage::shown("/hearts?lang=en", &Engine::of(demo())).await;
    until("the table", || stage.find("figure.chart table").is_some()).await;
    assert!(stage.all("figure.chart tbody tr").len() >= 12, "a row a month");
    let button = stage.one("figure.chart button");
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("true"));
}
