//! All calculators there are.

use super::calculation::Calculator;
use super::{
    CalculationError, charts, comparison, correlation, customers, hearts, law, loyalty, quality,
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
    Calculator::of::<quality::Kano>(),
    Calculator::of::<quality::Alpha>(),
    Calculator::of::<quality::Servqual>(),
    Calculator::of::<quality::Servperf>(),
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

    fn error(name: &str, input: &str) -> String {
        let calculator = calculator(name).expect("an index");
        calculator.calculate(input).expect_err("bad input").to_string()
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        assert!(error("nps", "{").starts_with("input: EOF"));
        assert!(error("nps", "[]").starts_with("input: a JSON object"));
        assert!(error("nps", "{\"answers\": []} x").starts_with("input: trailing"));
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
}
