//! The services measured: each touchpoint of the journeys, and how good it truly is.

use crate::dice::Dice;
use heartline::core::model::Heart;
use serde_json::Value;
use std::error::Error;

const JOURNEYS: [&str; 3] = [
    include_str!("journeys/hotel-stay.json"),
    include_str!("journeys/bank-loan.json"),
    include_str!("journeys/outpatient-visit.json"),
];

const COMMENTS: [&str; 3] = [
    include_str!("comments/hotel-stay.json"),
    include_str!("comments/bank-loan.json"),
    include_str!("comments/outpatient-visit.json"),
];

/// One touchpoint as it truly is.
pub struct Service {
    /// The touchpoint.
    pub touchpoint: String,
    /// Its journey.
    pub journey: String,
    /// Segments that travel the journey.
    pub segments: Vec<String>,
    /// Channels responses come through.
    pub channels: Vec<String>,
    /// The hearts it relies on.
    pub hearts: Vec<Heart>,
    /// How often it is answered about, against the others.
    pub volume: f64,
    /// Satisfaction it deserves, 1 to 5.
    pub quality: f64,
    /// Ease it deserves, 1 to 7.
    pub ease: f64,
    /// How each heart differs from the quality.
    pub heart_shift: [f64; 5],
    /// What customers write when content.
    pub praise: Vec<[String; 2]>,
    /// What they write when not.
    pub complaints: Vec<[String; 2]>,
}

/// The journeys as documents. Fields the native format does not have are left out.
pub fn journeys() -> Result<Vec<Value>, Box<dyn Error>> {
    let mut journeys = Vec::new();
    for text in JOURNEYS {
        let mut journey: Value = serde_json::from_str(text)?;
        for touchpoint in touchpoints_mut(&mut journey) {
            if let Some(fields) = touchpoint.as_object_mut() {
                fields.remove("channels");
            }
        }
        journeys.push(journey);
    }
    Ok(journeys)
}

/// Every touchpoint's service.
pub fn services() -> Result<Vec<Service>, Box<dyn Error>> {
    let mut dice = Dice::new(1);
    let mut services = Vec::new();
    for (journey, comments) in JOURNEYS.iter().zip(COMMENTS) {
        let mut journey: Value = serde_json::from_str(journey)?;
        let comments: Value = serde_json::from_str(comments)?;
        let id = text(&journey["id"]);
        let segments: Vec<String> =
            list(&journey["personas"]).iter().map(|p| text(&p["segment"])).collect();
        for touchpoint in touchpoints_mut(&mut journey) {
            services.push(service(touchpoint, &id, &segments, &comments, &mut dice));
        }
    }
    Ok(services)
}

fn service(
    touchpoint: &Value,
    journey: &str,
    segments: &[String],
    comments: &Value,
    dice: &mut Dice,
) -> Service {
    let id = text(&touchpoint["id"]);
    let own = &comments[&id];
    let quality = 4.46 + dice.normal(0.1);
    let ease = 5.9 + dice.normal(0.2);
    Service {
        journey: journey.to_owned(),
        segments: segments.to_vec(),
        channels: list(&touchpoint["channels"]).iter().map(text).collect(),
        hearts: list(&touchpoint["hearts"])
            .iter()
            .filter_map(|h| Heart::from_id(h.as_str()?))
            .collect(),
        volume: 0.6 + dice.unit() * 1.2,
        quality,
        ease,
        heart_shift: heart_shift(dice),
        praise: list(&own["good"]).iter().map(both_languages).collect(),
        complaints: list(&own["bad"]).iter().map(both_languages).collect(),
        touchpoint: id,
    }
}

/// Each heart hands part of its strength to the next; patience is short everywhere.
fn heart_shift(dice: &mut Dice) -> [f64; 5] {
    let mut carried = 0.0;
    let usual = [0.05, -0.38, -0.02, -0.1, 0.02];
    usual.map(|usual| {
        carried = 0.6 * carried + dice.normal(0.12);
        usual + carried
    })
}

fn touchpoints_mut(journey: &mut Value) -> impl Iterator<Item = &mut Value> {
    let stages = journey["stages"].as_array_mut().into_iter().flatten();
    stages.flat_map(|stage| stage["touchpoints"].as_array_mut().into_iter().flatten())
}

fn both_languages(comment: &Value) -> [String; 2] {
    [text(&comment["en"]), text(&comment["zh-CN"])]
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
