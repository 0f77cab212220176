//! The health index of a slice: of the whole and of each heart.

use super::{Columns, Workspace};
use crate::core::calendar::{Month, Period};
use crate::core::hearts::{HealthIndex, HeartScore, Weighted, goalpost_score, health_index};
use crate::core::index::Estimate;
use crate::core::model::{Heart, Indicator, Source};
use crate::core::tally::{Slice, Totals};

/// One heart: its composite and what customers answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeartHealth {
    /// Its indicators and its answers, blended.
    pub index: HealthIndex,
    /// Its answers.
    pub answers: HeartScore,
}

/// The health of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Health {
    /// The Five-Heart Health Index.
    pub index: HealthIndex,
    /// Each heart, in the order of the loop.
    pub hearts: [HeartHealth; 5],
}

impl Workspace {
    /// The health of a period, from the totals of its responses.
    pub fn health(&self, period: Period, totals: &Totals) -> Health {
        let all: Vec<Weighted> =
            self.indicators.iter().map(|one| self.weighted(one, period, totals)).collect();
        Health {
            index: health_index(&all, &self.settings.health),
            hearts: Heart::ALL.map(|heart| self.heart_health(heart, period, totals)),
        }
    }

    /// The health of each month until the period's end, as many as there are.
    pub fn health_by_month(&self, slice: &Slice, months: (Month, Month)) -> Vec<(Month, Health)> {
        let (first, last) = months;
        let slice = slice.over(Period::of_months(first, last));
        let totals = self.by_column(&slice, &Columns::Months(first, last));
        let one = |(month, totals): (Month, Totals)| {
            (month, self.health(Period::of_months(month, month), &totals))
        };
        first.through(last).zip(totals).map(one).collect()
    }

    /// An indicator's value in a period: the mean of its readings in the period's months, or what the
    /// responses say.
    pub fn indicator_value(
        &self,
        indicator: &Indicator,
        period: Period,
        totals: &Totals,
    ) -> Estimate {
        match indicator.source {
            Source::Csat => totals.csat(self.layout(), self.level).share.map(|share| share * 100.0),
            Source::Nps => totals.nps(self.layout(), self.level).estimate(),
            Source::Readings => mean_reading(indicator, period),
        }
    }

    fn weighted(&self, indicator: &Indicator, period: Period, totals: &Totals) -> Weighted {
        let value = self.indicator_value(indicator, period, totals).value;
        let score = value.zip(indicator.goalposts).and_then(|(v, posts)| goalpost_score(v, &posts));
        Weighted { score, weight: indicator.weight }
    }

    /// A heart's indicators and, with the weight of one, its answers.
    fn heart_health(&self, heart: Heart, period: Period, totals: &Totals) -> HeartHealth {
        let answers = totals.heart(self.layout(), heart, self.level);
        let own = self.indicators.iter().filter(|indicator| indicator.heart == Some(heart));
        let mut parts: Vec<Weighted> = own.map(|one| self.weighted(one, period, totals)).collect();
        parts.push(Weighted { score: answers.index.value, weight: 1.0 });
        HeartHealth { index: health_index(&parts, &self.settings.health), answers }
    }
}

/// The mean of the readings in a period's months. A census has no n and no interval.
fn mean_reading(indicator: &Indicator, period: Period) -> Estimate {
    let (first, last) = period.months();
    let inside = indicator.readings.iter().filter(|r| first <= r.month && r.month <= last);
    let (count, sum) =
        inside.fold((0, 0.0), |(count, sum), reading| (count + 1, sum + reading.value));
    Estimate { value: (count > 0).then(|| sum / f64::from(count)), n: 0, ci: None }
}
