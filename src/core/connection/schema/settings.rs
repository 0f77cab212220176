//! What a deployment knows about itself.

use super::values::{by_name, list, local_text, number, text, word};
use super::{Definitions, Described, Members, surveys};
use crate::core::connection::Settings;
use crate::core::model::{Dimension, Heart};
use serde_json::{Value, json};

impl Described for Settings {
    fn schema(_: &mut Definitions) -> Value {
        Members::new("What the deployment knows about itself")
            .may("time_zone", text("The IANA zone days are counted in"))
            .may("questions", questions())
            .may("surveys", surveys::surveys())
            .may("names", names())
            .may("targets", targets())
            .may("health", health())
            .may("maturity", maturity())
            .end()
    }
}

fn questions() -> Value {
    let roles = ["nps", "csat", "ces"].into_iter().chain(Heart::ALL.map(Heart::id));
    let role = word(&roles.collect::<Vec<_>>(), "What it measures");
    by_name(role, "What each question measures, by its id")
}

fn names() -> Value {
    let names = |of: Dimension| by_name(local_text(""), &format!("Names of each {}", of.id()));
    let members = Members::new("Names to show");
    Dimension::ALL.into_iter().fold(members, |all, one| all.may(one.id(), names(one))).end()
}

fn targets() -> Value {
    Members::new("What figures are held against")
        .may("csat", number("Satisfied, in percent"))
        .may("nps", number("In points"))
        .may("heart", number("Of 100"))
        .end()
}

fn health() -> Value {
    Members::new("How the health index is made")
        .may("min_coverage", number("The least share of weights that must be known"))
        .may("blend", word(&["linear", "geometric"], "The mean"))
        .end()
}

fn maturity() -> Value {
    let one = |bound: &str| {
        let measure = text("An indicator's id, or another measure");
        Members::new("").must("measure", measure).must(bound, number("")).end()
    };
    let level =
        list(json!({"oneOf": [one("at_least"), one("at_most")]}), "What one level asks for");
    let mut levels = list(level, "What the levels from L2 to L5 ask for");
    (levels["minItems"], levels["maxItems"]) = (json!(4), json!(4));
    levels
}
