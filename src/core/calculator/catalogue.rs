//! All calculators there are.

use super::calculation::Calculator;
use super::{
    CalculationError, alerts, calendar, charts, comparison, correlation, curve, customers, hearts,
    law, loyalty, matters, maturity, quality, time,
};

/// Every calculator, by subject.
pub const CALCULATORS: &[Calculator] = &[
    Calculator::of::<loyalty::Nps>(),
    Calculator::of::<loyalty::CompareNps>(),
    Calculator::of::<loyalty::Csat>(),
    Calculator::of::<loyalty::Ces>(),
    Calculator::of::<hearts::HeartScore>(),
    Calculator::of::<hearts::Health>(),
    Calculator::of::<hearts::HeartLoop>(),
    Calculator::of::<hearts::GoalpostScore>(),
    Calculator::of::<maturity::Maturity>(),
    Calculator::of::<alerts::Alert>(),
    Calculator::of::<alerts::Benchmark>(),
    Calculator::of::<quality::Kano>(),
    Calculator::of::<quality::Alpha>(),
    Calculator::of::<quality::Servqual>(),
    Calculator::of::<quality::Servperf>(),
    Calculator::of::<matters::ImportancePerformance>(),
    Calculator::of::<matters::DerivedImportance>(),
    Calculator::of::<matters::Priority>(),
    Calculator::of::<matters::Fmea>(),
    Calculator::of::<comparison::TwoProportions>(),
    Calculator::of::<comparison::Welch>(),
    Calculator::of::<comparison::MannWhitney>(),
    Calculator::of::<comparison::Holm>(),
    Calculator::of::<correlation::Pearson>(),
    Calculator::of::<correlation::Spearman>(),
    Calculator::of::<correlation::MidRanks>(),
    Calculator::of::<charts::PChart>(),
    Calculator::of::<charts::Xmr>(),
    Calculator::of::<charts::Ewma>(),
    Calculator::of::<customers::Rfm>(),
    Calculator::of::<customers::Clv>(),
    Calculator::of::<customers::Churn>(),
    Calculator::of::<customers::Roi>(),
    Calculator::of::<customers::WhatIf>(),
    Calculator::of::<time::ClosedLoop>(),
    Calculator::of::<time::FirstResponse>(),
    Calculator::of::<time::FollowUp>(),
    Calculator::of::<time::RepeatContacts>(),
    Calculator::of::<calendar::LocalDays>(),
    Calculator::of::<calendar::IsoWeek>(),
    Calculator::of::<curve::Curve>(),
    Calculator::of::<law::Wilson>(),
    Calculator::of::<law::Quantile>(),
    Calculator::of::<law::NormalQuantile>(),
    Calculator::of::<law::StudentQuantile>(),
];

/// The calculator of a name.
///
/// # Errors
/// When there is none.
pub fn calculator(name: &str) -> Result<&'static Calculator, CalculationError> {
    let found = CALCULATORS.iter().find(|calculator| calculator.name() == name);
    found.ok_or_else(|| CalculationError::Unknown(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_told_apart_and_each_says_what_it_is_and_what_it_takes() {
        let names: BTreeSet<_> = CALCULATORS.iter().map(Calculator::name).collect();
        assert_eq!(names.len(), CALCULATORS.len());
        for calculator in CALCULATORS {
            assert!(calculator.about().ends_with('.'), "{}", calculator.name());
            assert!(calculator.schema()["properties"].is_object(), "{}", calculator.name());
        }
    }

    #[test]
    fn a_schema_has_ranges_and_lengths_and_no_code() {
        for calculator in CALCULATORS {
            assert!(!calculator.schema().to_string().contains("```"), "{}", calculator.name());
        }
        let nps = calculator("nps").expect("an index").schema();
        assert_eq!(nps["$defs"]["Level"]["exclusiveMaximum"], 1);
        assert_eq!(nps["$defs"]["Counted"]["properties"]["counts"]["minItems"], 11);
    }

    fn error(name: &str, input: &str) -> String {
        let calculator = calculator(name).expect("an index");
        calculator.calculate(input).expect_err("bad input").to_string()
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        assert!(error("nps", "{").starts_with("input: the input ends in the middle"));
        assert!(error("nps", "[]").starts_with("input: a JSON object"));
        assert!(error("nps", "{\"answers\": []} x").starts_with("input: more follows"));
        assert!(error("nps", "{\"answer\": []}").starts_with("answer: unknown field `answer`"));
        assert!(error("csat", "{\"answers\": [5, \"x\"]}").starts_with("answers[1]: invalid type"));
        let few = error("csat", "{\"answers\": {\"counts\": [1, 2]}}");
        assert_eq!(few, "answers.counts: 5 counts are wanted, of the answers 1 to 5");
        let level = error("ces", "{\"answers\": [], \"level\": 95}");
        assert!(level.starts_with("level: a level lies between 0 and 1"), "{level}");
        let row = error("alpha", "{\"rows\": [[1, 2], [3]]}");
        assert_eq!(row, "rows[1]: 2 answers are wanted, as before");
        let few = error("servperf", "{\"respondents\": [{\"perception\": [5]}]}");
        assert_eq!(few, "respondents[0].perception: 22 answers are wanted, one an item");
        let weights =
            "{\"dimensions\": [1], \"respondents\": [{\"perception\": [5], \"weights\": [1, 2]}]}";
        let weights = error("servperf", weights);
        assert_eq!(weights, "respondents[0].weights: 1 are wanted, one a dimension");
        let hits = error("p_chart", "{\"shares\": [{\"hits\": 3, \"n\": 2}], \"baseline\": 1}");
        assert_eq!(hits, "shares[0].hits: more than n");
        assert!(calculator("joy").is_err());
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        for (index, input, path) in [
            (
                "ewma",
                r#"{"values": [], "centre": 1, "sigma": 1, "lambda": 0.2, "width": -3}"#,
                "width: ",
            ),
            ("health_index", r#"{"scores": [50, 150], "weights": [1, 1]}"#, "scores[1]: "),
            (
                "health_index",
                r#"{"scores": [50], "weights": [1], "min_coverage": 7}"#,
                "min_coverage: ",
            ),
            ("alert", r#"{"value": 50, "target": 100, "raised": "9999-12-31"}"#, "raised: "),
            ("iso_week", r#"{"days": ["0000-01-01"]}"#, "days[0]: "),
            ("calendar", r#"{"instants": [0, 8640000000000001]}"#, "instants[1]: "),
            ("calendar", r#"{"instants": [9223372036854775807]}"#, "instants[0]: "),
            ("calendar", r#"{"instants": [9223372036854775808]}"#, "instants[0]: "),
        ] {
            let wrong = error(index, input);
            assert!(wrong.starts_with(path), "{wrong}");
        }
    }

    #[test]
    fn more_answers_than_can_be_counted_are_refused() {
        let half = 1_u64 << 63;
        let five = format!(r#"{{"counts": [{half}, 0, 0, 0, {half}]}}"#);
        let lot = format!(r#"{{"counts": [0, 0, 0, 0, {half}]}}"#);
        for (index, input, path) in [
            ("csat", format!(r#"{{"answers": {five}}}"#), "answers.counts: "),
            ("welch", format!(r#"{{"a": [1, 2], "b": {five}}}"#), "b.counts: "),
            ("heart_score", format!(r#"{{"items": [{lot}, {lot}]}}"#), "items: "),
            (
                "servqual",
                format!(
                    r#"{{"dimensions": [{half}, {half}], "respondents": [{{"expectation": [], "perception": []}}]}}"#
                ),
                "dimensions: ",
            ),
            (
                "benchmark",
                format!(
                    r#"{{"benchmark": 5, "days": [{{"nps": 1, "n": {half}}}, {{"nps": 1, "n": {half}}}, {{"nps": 1, "n": 0}}]}}"#
                ),
                "days: ",
            ),
        ] {
            let wrong = error(index, &input);
            assert!(wrong.starts_with(path), "{wrong}");
        }
        let share = format!(r#"{{"hits": {half}, "n": {half}}}"#);
        for (index, input) in [
            ("two_proportions", format!(r#"{{"a": {share}, "b": {share}}}"#)),
            ("p_chart", format!(r#"{{"shares": [{share}, {share}], "baseline": 2}}"#)),
            ("servperf", r#"{"dimensions": [100000000000], "respondents": []}"#.to_owned()),
        ] {
            assert!(calculator(index).expect("an index").calculate(&input).is_ok(), "{index}");
        }
    }

    #[test]
    fn a_message_has_no_words_of_the_program() {
        for (index, input, wanted) in [
            ("nps", r#"{"answers": ["9"]}"#, "expected a number"),
            ("nps", r#"{"answers": {"counts": [1.5]}}"#, "expected a whole number from 0 to"),
            ("p_chart", r#"{"shares": [], "baseline": -1}"#, "expected a whole number from 0 to"),
            ("pearson", r#"{"pairs": [[1, 2, 3]]}"#, "more values than are wanted here"),
            ("kano", r#"{"pairs": [["like", null]]}"#, "like, expect, neutral, tolerate, dislike"),
            ("kano", r#"{"pairs": [["like", 6]]}"#, "like, expect, neutral, tolerate, dislike"),
            ("heart_score", r#"{"heart": null, "items": []}"#, "no value of those that are wanted"),
            ("fmea", r#"{"ratings": [5]}"#, "expected an object"),
        ] {
            let wrong = error(index, input);
            assert!(wrong.contains(wanted), "{wrong}");
            assert!(
                !["f64", "u64", "usize", "tuple", "struct"].iter().any(|word| wrong.contains(word)),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_whole_number_may_have_a_point_and_an_input_a_mark() {
        let nps = calculator("nps").expect("an index");
        let counted = nps
            .calculate("\u{feff}{\"answers\": {\"counts\": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3.0]}}");
        assert!(counted.expect("counts").contains(r#""promoters": 3"#));
        let kano = calculator("kano").expect("an index");
        assert_eq!(
            kano.calculate(r#"{"pairs": [[1, 5]]}"#),
            kano.calculate(r#"{"pairs": [["like", "dislike"]]}"#)
        );
    }

    #[test]
    fn what_two_sides_left_out_is_counted_apart() {
        let input = r#"{"a": [4, 5, 9, 10, null], "b": [2, 3, 7.5]}"#;
        for index in ["welch", "mann_whitney", "compare_nps"] {
            let result = calculator(index).expect("an index").calculate(input).expect("a result");
            let invalid = if index == "compare_nps" { [0, 1] } else { [2, 1] };
            for (name, count) in
                [("n_missing_a", 1), ("n_invalid_a", invalid[0]), ("n_invalid_b", invalid[1])]
            {
                assert!(result.contains(&format!("\"{name}\": {count}")), "{index}: {result}");
            }
        }
    }

    #[test]
    fn an_error_of_times_and_places_names_them_too() {
        let when = error("follow_up", "{\"recovered_at\": \"yesterday\", \"now\": 0}");
        assert!(when.starts_with("recovered_at: ") && when.contains("yesterday"), "{when}");
        let open = "{\"opened_at\": 0, \"closed_at\": true, \"target_hours\": 1}";
        let clock = error("closed_loop", &format!("{{\"now\": 0, \"clocks\": [{open}]}}"));
        assert!(clock.starts_with("clocks[0].closed_at: invalid type"), "{clock}");
        let clock = error("closed_loop", "{\"now\": 0, \"clocks\": [{\"opened_at\": 0}]}");
        assert_eq!(clock, "clocks[0]: either `target_hours` or `severity` is wanted");
        let day = error("iso_week", "{\"days\": [\"2026-01-01\", \"2026-02-30\"]}");
        assert_eq!(day.split(": ").next(), Some("days[1]"), "{day}");
        let change = "{\"from\": 0, \"offset_seconds\": 3600}";
        let input = format!("{{\"instants\": [], \"changes\": [{change}, {change}]}}");
        assert_eq!(error("calendar", &input), "changes[1].from: no later than the change before");
        let points = error("curve", "{\"points\": [[0, 1], [2, 1], [1, 1]]}");
        assert_eq!(points, "points[2]: the point at x = 1 stands left of the one before");
        let criteria = "[[{\"measure\": \"nps\"}], [], [], []]";
        let level = error("maturity", &format!("{{\"measures\": {{}}, \"levels\": {criteria}}}"));
        assert_eq!(level, "levels[0][0]: either `at_least` or `at_most` is wanted");
        let weight = error("health_index", "{\"scores\": [5], \"weights\": [-1]}");
        assert_eq!(weight, "weights[0]: a weight is not negative");
    }
}
