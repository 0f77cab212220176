//! Loyalty, satisfaction and effort.

use super::CalculationError;
use super::answers::{Answers, OfTwo};
use super::calculation::Calculation;
use crate::core::index;
use crate::core::index::{Interval, Level, NpsComparison, nps};
use crate::core::model::Scale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The net promoter score of answers from 0 to 10, of customers or of staff (eNPS).
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nps {
    answers: Answers,
    #[serde(default)]
    level: Level,
}

#[derive(Serialize)]
pub(super) struct NpsResult {
    #[serde(flatten)]
    nps: index::Nps,
    /// The plain Wald interval beside the adjusted one.
    wald: Option<Interval>,
}

impl Calculation for Nps {
    const NAME: &'static str = "nps";
    const SCALE: Option<Scale> = Some(Scale::NPS);
    type Result = NpsResult;

    fn calculate(self) -> Result<NpsResult, CalculationError> {
        let nps = nps(&self.answers.on(Scale::NPS, "answers")?, self.level);
        Ok(NpsResult { nps, wald: nps.wald(self.level) })
    }
}

/// Two net promoter scores against each other: their difference with interval and z test.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareNps {
    a: Answers,
    b: Answers,
    #[serde(default)]
    level: Level,
    /// Of adjusted scores when left out.
    #[serde(default)]
    method: NpsMethod,
}

/// How two scores are compared.
#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum NpsMethod {
    /// With three answers more in each group.
    #[default]
    Adjusted,
    /// As they are.
    Wald,
}

impl NpsMethod {
    fn compare(self, a: &index::Nps, b: &index::Nps, level: Level) -> Option<NpsComparison> {
        match self {
            Self::Adjusted => index::compare_nps(a, b, level),
            Self::Wald => index::compare_nps_wald(a, b, level),
        }
    }
}

impl Calculation for CompareNps {
    const NAME: &'static str = "compare_nps";
    const SCALE: Option<Scale> = Some(Scale::NPS);
    type Result = Option<OfTwo<NpsComparison>>;

    fn calculate(self) -> Result<Self::Result, CalculationError> {
        let (a, b) = (self.a.on(Scale::NPS, "a")?, self.b.on(Scale::NPS, "b")?);
        let [one, other] = [&a, &b].map(|answers| nps(answers, self.level));
        Ok(OfTwo::of(self.method.compare(&one, &other, self.level), &a, &b))
    }
}

/// Customer satisfaction of answers from 1 to 5: share of 4 and 5 with Wilson's interval, mean, 0 to 100.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Csat {
    answers: Answers,
    #[serde(default)]
    level: Level,
}

impl Calculation for Csat {
    const NAME: &'static str = "csat";
    const SCALE: Option<Scale> = Some(Scale::FIVE);
    type Result = index::Csat;

    fn calculate(self) -> Result<index::Csat, CalculationError> {
        Ok(index::csat(&self.answers.on(Scale::FIVE, "answers")?, self.level))
    }
}

/// Customer effort (CES 2.0) of answers from 1 to 7: mean, and share agreeing (5 to 7).
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ces {
    answers: Answers,
    #[serde(default)]
    level: Level,
}

impl Calculation for Ces {
    const NAME: &'static str = "ces";
    const SCALE: Option<Scale> = Some(Scale::SEVEN);
    type Result = index::Ces;

    fn calculate(self) -> Result<index::Ces, CalculationError> {
        Ok(index::ces(&self.answers.on(Scale::SEVEN, "answers")?, self.level))
    }
}
