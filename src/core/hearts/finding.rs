//! Whether an indicator's value raises an alert.

use super::{
    Colour, Reference, Rule, colour_of_behaviour, colour_of_deviation, deviation, is_declining,
};
use crate::core::model::{Direction, Indicator};

/// What a rule found: how urgent it is, and the rule.
pub type Finding = (Colour, Rule);

/// The more urgent of what an indicator's value and its last three months raise: off its target, else off its
/// baseline, or in a band of behaviour; and declining twice in a row. The value comes first where both are alike.
///
/// # Example
/// ```
/// use heartline::core::hearts::{Colour, Rule, indicator_finding};
/// use heartline::core::model::{Indicator, IndicatorId};
/// let target = Some(98.0);
/// let greeting = Indicator { target, ..Indicator::unknown(IndicatorId::new("greeting")) };
/// let found = indicator_finding(&greeting, 95.0, [Some(99.0), Some(97.0), Some(95.0)]);
/// // 3 % off is blue, two months of decline are yellow.
/// assert_eq!(found, Some((Colour::Yellow, Rule::Decline { from: 99.0 })));
/// ```
pub fn indicator_finding(
    indicator: &Indicator,
    value: f64,
    run: [Option<f64>; 3],
) -> Option<Finding> {
    more_urgent(off_reference(indicator, value), declining(indicator, run))
}

/// Off its target, else its baseline, or in a band of behaviour.
///
/// # Example
/// ```
/// use heartline::core::hearts::{Colour, off_reference};
/// use heartline::core::model::{Indicator, IndicatorId};
/// let target = Some(90.0);
/// let solved = Indicator { target, ..Indicator::unknown(IndicatorId::new("solved")) };
/// assert_eq!(off_reference(&solved, 72.0).map(|(colour, _)| colour), Some(Colour::Yellow));
/// assert_eq!(off_reference(&solved, 90.0), None);
/// ```
pub fn off_reference(indicator: &Indicator, value: f64) -> Option<Finding> {
    match (indicator.target, indicator.baseline) {
        (Some(target), _) if indicator.behaviour_rate => {
            Some((colour_of_behaviour(value, target)?, Rule::Band { target }))
        }
        (Some(target), _) => off(value, Reference::Target(target), indicator.direction),
        (None, Some(baseline)) => off(value, Reference::Baseline(baseline), indicator.direction),
        (None, None) => None,
    }
}

/// Off what it is held against, in the bad direction.
///
/// # Example
/// ```
/// use heartline::core::hearts::{Colour, Reference, off};
/// use heartline::core::model::Direction;
/// let found = off(6.5, Reference::Target(5.0), Direction::Lower);
/// assert_eq!(found.map(|(colour, _)| colour), Some(Colour::Red));
/// ```
pub fn off(value: f64, from: Reference, direction: Direction) -> Option<Finding> {
    let percent = deviation(value, from.value(), direction)?;
    Some((colour_of_deviation(percent)?, Rule::Deviation { from, percent }))
}

/// Worse two months in a row, oldest first; a month without a value breaks the run.
///
/// # Example
/// ```
/// use heartline::core::hearts::declining;
/// use heartline::core::model::{Indicator, IndicatorId};
/// let trust = Indicator::unknown(IndicatorId::new("trust"));
/// assert!(declining(&trust, [Some(4.5), Some(4.4), Some(4.2)]).is_some());
/// assert_eq!(declining(&trust, [Some(4.5), None, Some(4.2)]), None);
/// ```
pub fn declining(indicator: &Indicator, run: [Option<f64>; 3]) -> Option<Finding> {
    let [Some(first), Some(second), Some(third)] = run else { return None };
    is_declining([first, second, third], indicator.direction)
        .then_some((Colour::Yellow, Rule::Decline { from: first }))
}

/// The more urgent of two findings; the first where they are alike.
pub(crate) fn more_urgent(a: Option<Finding>, b: Option<Finding>) -> Option<Finding> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::IndicatorId;
    use proptest::prelude::*;

    fn indicator(direction: Direction, target: f64) -> Indicator {
        Indicator { direction, target: Some(target), ..Indicator::unknown(IndicatorId::new("x")) }
    }

    proptest! {
        #[test]
        fn further_off_is_never_less_urgent(target in 1.0f64..100.0, off_by in 0.0f64..50.0, more in 0.0f64..50.0) {
            for (direction, sign) in [(Direction::Higher, -1.0), (Direction::Lower, 1.0)] {
                let colour = |by: f64| off_reference(&indicator(direction, target), target + sign * by).map(|f| f.0);
                prop_assert!(colour(off_by) <= colour(off_by + more));
                prop_assert_eq!(colour(-off_by), None);
            }
        }

        #[test]
        fn a_decline_is_at_least_yellow(first in 50.0f64..60.0, by in 0.1f64..3.0, target in 1.0f64..100.0) {
            let run = [Some(first), Some(first - by), Some(first - 2.0 * by)];
            let found = indicator_finding(&indicator(Direction::Higher, target), first - 2.0 * by, run);
            prop_assert!(found.is_some_and(|(colour, _)| colour >= Colour::Yellow));
        }
    }
}
