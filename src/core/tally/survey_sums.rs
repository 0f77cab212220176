//! What the answers to one survey add up to.

use crate::core::index::{BatterySums, CrossProducts, Feeling, KanoCounts, Moments, ServqualSums};
use crate::core::model::{QualitySurvey, Survey, SurveyKind};
use serde::{Deserialize, Serialize};

/// The sums of one survey over some responses. They add up; of what kind they are the survey says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveySums {
    /// Responses that answered any of its questions, rightly or not.
    pub respondents: u64,
    /// Answers off their scale, or none of the words there are. They count as not given.
    pub n_invalid: u64,
    /// What its indices are functions of.
    pub of: SumsOf,
}

/// What the indices of a survey are functions of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SumsOf {
    /// Service quality.
    Quality(Box<QualitySums>),
    /// A feature each.
    Kano(Vec<FeatureCounts>),
    /// The items of a scale.
    Scale(CrossProducts),
}

/// What service quality is worked out from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualitySums {
    /// Perceptions of everyone, with expectations or without.
    pub perception: BatterySums,
    /// Expectations, perceptions and gaps of those who gave both; none when nobody is asked what was expected.
    pub pairs: Option<ServqualSums>,
    /// The items of each dimension as a scale: its perceptions.
    pub reliability: Vec<CrossProducts>,
    /// Of each dimension what share of all points it was given, where all dimensions were given some number of them.
    pub weights: Vec<Moments>,
}

/// How respondents feel about one feature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureCounts {
    /// Categories.
    pub counts: KanoCounts,
    /// Respondents who answered one of the two questions alone.
    pub n_missing: u64,
}

impl SurveySums {
    /// No respondents yet.
    pub fn empty(survey: &Survey) -> Self {
        let of = match &survey.kind {
            SurveyKind::Quality(quality) => SumsOf::Quality(Box::new(QualitySums::empty(quality))),
            SurveyKind::Kano(features) => {
                SumsOf::Kano(vec![FeatureCounts::default(); features.len()])
            }
            SurveyKind::Scale(scale) => SumsOf::Scale(CrossProducts::empty(scale.items.len())),
        };
        Self { respondents: 0, n_invalid: 0, of }
    }

    /// Counts a respondent: the answers on their scales, a place a question; `n_invalid` were on none.
    pub(super) fn add(&mut self, answers: &[Option<f64>], n_invalid: u64) {
        self.respondents += 1;
        self.n_invalid += n_invalid;
        match &mut self.of {
            SumsOf::Quality(sums) => sums.add(answers),
            SumsOf::Kano(features) => {
                let pairs = answers.chunks_exact(2);
                features.iter_mut().zip(pairs).for_each(|(feature, pair)| feature.add(pair));
            }
            SumsOf::Scale(sums) if answers.iter().any(Option::is_some) => sums.add(answers),
            SumsOf::Scale(_) => {}
        }
    }

    /// Adds the sums of the same survey over other responses.
    pub fn merge(&mut self, other: &Self) {
        self.respondents += other.respondents;
        self.n_invalid += other.n_invalid;
        match (&mut self.of, &other.of) {
            (SumsOf::Quality(sums), SumsOf::Quality(more)) => sums.merge(more),
            (SumsOf::Kano(features), SumsOf::Kano(more)) => {
                features.iter_mut().zip(more).for_each(|(feature, more)| feature.merge(more));
            }
            (SumsOf::Scale(sums), SumsOf::Scale(more)) => sums.merge(more),
            // Another survey's: there is nothing to add.
            _ => {}
        }
    }
}

impl QualitySums {
    fn empty(survey: &QualitySurvey) -> Self {
        let sizes = survey.sizes();
        let weights = if survey.asks_weights() { sizes.len() } else { 0 };
        Self {
            perception: BatterySums::empty(&sizes),
            pairs: survey.asks_expectations().then(|| ServqualSums::empty(&sizes)),
            reliability: sizes.iter().map(|items| CrossProducts::empty(*items)).collect(),
            weights: vec![Moments::default(); weights],
        }
    }

    fn add(&mut self, answers: &[Option<f64>]) {
        let items: usize = self.perception.sizes().iter().sum();
        let expected = if self.pairs.is_some() { items } else { 0 };
        let (expectation, rest) = answers.split_at(expected.min(answers.len()));
        let (perception, weights) = rest.split_at(items.min(rest.len()));
        self.perception.add(perception, weights);
        self.pairs.iter_mut().for_each(|pairs| pairs.add(expectation, perception, weights));
        self.add_items(perception);
        self.add_weights(weights);
    }

    fn add_items(&mut self, perception: &[Option<f64>]) {
        let mut rest = perception;
        for sums in &mut self.reliability {
            let (own, others) = rest.split_at(sums.items().min(rest.len()));
            if own.iter().any(Option::is_some) {
                sums.add(own);
            }
            rest = others;
        }
    }

    fn add_weights(&mut self, weights: &[Option<f64>]) {
        let Some(weights) = weights.iter().copied().collect::<Option<Vec<f64>>>() else { return };
        let whole: f64 = weights.iter().sum();
        if whole > 0.0 {
            let shares = self.weights.iter_mut().zip(weights);
            shares.for_each(|(sums, weight)| sums.add(weight / whole));
        }
    }

    fn merge(&mut self, other: &Self) {
        self.perception.merge(&other.perception);
        self.pairs.iter_mut().zip(&other.pairs).for_each(|(pairs, more)| pairs.merge(more));
        self.reliability
            .iter_mut()
            .zip(&other.reliability)
            .for_each(|(sums, more)| sums.merge(more));
        self.weights.iter_mut().zip(&other.weights).for_each(|(sums, more)| sums.merge(more));
    }
}

impl FeatureCounts {
    fn add(&mut self, pair: &[Option<f64>]) {
        let feelings = pair.iter().map(|answer| answer.and_then(Feeling::from_number));
        match feelings.collect::<Vec<_>>()[..] {
            [Some(with), Some(without)] => self.counts.count(with, without),
            [None, None] => {}
            _ => self.n_missing += 1,
        }
    }

    fn merge(&mut self, other: &Self) {
        self.counts.merge(&other.counts);
        self.n_missing += other.n_missing;
    }
}
