//! The emotion curve.

use super::CalculationError;
use super::calculation::Calculation;
use crate::core::index::{Knot, NoCurve, height, steffen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The emotion curve: Steffen's monotone cubic through points from left to right.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Curve {
    /// Each point's place and value.
    points: Vec<(f64, f64)>,
    /// Places whose height is wanted; null outside the points.
    #[serde(default)]
    at: Vec<f64>,
}

#[derive(Serialize)]
pub(super) struct CurveResult {
    knots: Vec<Knot>,
    heights: Vec<Option<f64>>,
}

impl Calculation for Curve {
    const NAME: &'static str = "curve";
    type Result = CurveResult;

    fn calculate(self) -> Result<CurveResult, CalculationError> {
        let knots = steffen(&self.points)
            .map_err(|wrong| CalculationError::at(&path(wrong, &self.points), wrong))?;
        let heights = self.at.iter().map(|x| height(&knots, *x)).collect();
        Ok(CurveResult { knots, heights })
    }
}

/// Where in the input the point is that gives no curve.
fn path(wrong: NoCurve, points: &[(f64, f64)]) -> String {
    let place = match wrong {
        NoCurve::NotFinite { place } => place,
        // The later of the two is the wrong one.
        NoCurve::DuplicateX { .. } | NoCurve::Backwards { .. } => {
            points.windows(2).position(|two| two[0].0 >= two[1].0).map_or(0, |place| place + 1)
        }
    };
    format!("points[{place}]")
}
