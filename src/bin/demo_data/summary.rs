//! The same responses, summed: small tables that are there before the responses are.

use crate::responses::Response;
use heartline::core::model::{Question, Scale};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Sums by touchpoint and month.
pub fn by_touchpoint(responses: &[Response]) -> Vec<Value> {
    sums(responses, "touchpoint", |response| &response.touchpoint)
}

/// Sums by team and month.
pub fn by_team(responses: &[Response]) -> Vec<Value> {
    sums(responses, "team", |response| &response.team)
}

type Counts = BTreeMap<String, Vec<u64>>;

fn sums(responses: &[Response], name: &str, key: impl Fn(&Response) -> &String) -> Vec<Value> {
    let mut sums: BTreeMap<(String, String), (u64, Counts)> = BTreeMap::new();
    for response in responses {
        let place = (key(response).clone(), response.day.month().to_string());
        let (count, counts) = sums.entry(place).or_default();
        *count += 1;
        for (question, answer) in &response.answers {
            let scale = scale(question);
            let values =
                counts.entry((*question).to_owned()).or_insert_with(|| vec![0; scale.len()]);
            if let Some(value) = scale.place(*answer as f64).and_then(|place| values.get_mut(place))
            {
                *value += 1;
            }
        }
    }
    let row = |((value, month), (count, counts))| {
        let counts: Map<String, Value> = counts_row(counts);
        json!({name: value, "period": month, "responses": count, "counts": counts})
    };
    sums.into_iter().map(row).collect()
}

fn counts_row(counts: Counts) -> Map<String, Value> {
    counts.into_iter().map(|(question, values)| (question, json!(values))).collect()
}

fn scale(question: &str) -> Scale {
    let all = Question::defaults();
    all.iter().find(|known| known.id.as_str() == question).map_or(Scale::FIVE, Question::scale)
}
