//! The alerts that are open at the end of a period.

use super::{Columns, Workspace};
use crate::core::calendar::{Day, Month, Period};
use crate::core::hearts::{
    Alert, Colour, Measure, Reference, Rule, Subject, benchmark_missed, declining,
    indicator_finding, more_urgent, off, off_reference,
};
use crate::core::index::{Change, Estimate, csat_change, holm, nps_change};
use crate::core::model::{Dimension, Direction, Indicator, Source, Touchpoint};
use crate::core::order::sort_by;
use crate::core::tally::{Grain, Resolution, Slice, Totals};

/// A reading older than this many months raises nothing any more.
const STALE_AFTER: i32 = 2;
/// Months a team's own baseline reaches back before the period.
const BASELINE_MONTHS: i32 = 12;

impl Workspace {
    /// Every alert open at the end of a slice's period, most urgent first.
    pub fn alerts(&self, slice: &Slice) -> Vec<Alert> {
        let Some(period) = slice.period else { return Vec::new() };
        let mut alerts = self.indicator_alerts(slice, period);
        alerts.extend(self.touchpoint_alerts(slice, period));
        alerts.extend(self.benchmark_alerts(slice));
        alerts.extend(self.team_alerts(slice, period));
        sort_by(&mut alerts, |a, b| {
            b.colour.cmp(&a.colour).then(severity(b).total_cmp(&severity(a)))
        });
        alerts
    }

    fn indicator_alerts(&self, slice: &Slice, period: Period) -> Vec<Alert> {
        let months = [-2, -1, 0].map(|back| period.last.month().plus(back));
        let columns = Columns::Months(months[0], months[2]);
        let totals = self.by_column(&slice.over(Period::of_months(months[0], months[2])), &columns);
        let alert = |indicator: &Indicator| match indicator.source {
            Source::Readings => self.reading_alert(indicator, period.last.month()),
            _ => self.outcome_alert(indicator, months, &totals),
        };
        self.indicators.iter().filter_map(alert).collect()
    }

    /// An operational indicator: off its target, or declining for two months.
    fn reading_alert(&self, indicator: &Indicator, month: Month) -> Option<Alert> {
        let newest = indicator.reading_until(month)?;
        if month.0 - newest.month.0 > STALE_AFTER {
            return None;
        }
        let figure = Estimate { value: Some(newest.value), n: 0, ci: None };
        let run = [-2, -1, 0].map(|back| indicator.reading(newest.month.plus(back)));
        let (colour, rule) = indicator_finding(indicator, newest.value, run)?;
        let subject = Subject::Indicator(indicator.id.clone());
        Some(alert(subject, Measure::Value, figure, (colour, rule), newest.month.last_day()))
    }

    /// CSAT or NPS of the whole: under target, or declining for two months, each beyond chance. A
    /// sample goes up and down by itself; a run of that is no decline.
    fn outcome_alert(
        &self,
        indicator: &Indicator,
        months: [Month; 3],
        totals: &[Totals],
    ) -> Option<Alert> {
        let [first, second, third] = totals else { return None };
        let month = Period::of_months(months[2], months[2]);
        let value = |totals| self.indicator_value(indicator, month, totals);
        let figure = value(third);
        let under = indicator.target.filter(|target| figure.is_under(*target));
        let off = under.and_then(|_| off_reference(indicator, figure.value?));
        let run = declining(indicator, [value(first).value, value(second).value, figure.value]);
        let run =
            run.filter(|_| self.outcome_change(indicator, third, first).is_significant(self.level));
        let subject = Subject::Indicator(indicator.id.clone());
        Some(alert(subject, Measure::Value, figure, more_urgent(off, run)?, months[2].last_day()))
    }

    fn outcome_change(&self, indicator: &Indicator, now: &Totals, before: &Totals) -> Change {
        let (layout, level) = (self.layout(), self.level);
        match indicator.source {
            Source::Nps => nps_change(&now.nps(layout, level), &before.nps(layout, level), level),
            _ => csat_change(&now.csat(layout, level), &before.csat(layout, level), level),
        }
    }

    /// Touchpoints whose satisfaction is under target beyond chance.
    fn touchpoint_alerts(&self, slice: &Slice, period: Period) -> Vec<Alert> {
        let touchpoints: Vec<&Touchpoint> =
            self.touchpoints().map(|(_, touchpoint)| touchpoint).collect();
        let target = self.settings.targets.csat;
        let totals = self.by_touchpoint(slice, &touchpoints);
        let found = touchpoints.iter().zip(&totals).filter_map(|(touchpoint, totals)| {
            let csat = totals.csat(self.layout(), self.level).share.map(|share| share * 100.0);
            let rule = csat
                .is_under(target)
                .then(|| off(csat.value?, Reference::Target(target), Direction::Higher));
            let subject = Subject::Touchpoint(touchpoint.id.clone());
            Some(alert(subject, Measure::Csat, csat, rule??, period.last))
        });
        found.collect()
    }

    /// Touchpoints whose NPS stayed 30 % under its benchmark on the last three days there are.
    fn benchmark_alerts(&self, slice: &Slice) -> Vec<Alert> {
        let by_day = Grain {
            touchpoint: true,
            resolution: Resolution::Day,
            dimensions: slice.grain().dimensions,
        };
        let Some((_, last)) =
            self.feedback.tally(by_day).span().filter(|_| self.feedback.is_settled(by_day))
        else {
            return Vec::new();
        };
        let touchpoints: Vec<(&Touchpoint, f64)> = self
            .touchpoints()
            .filter_map(|(_, touchpoint)| Some((touchpoint, touchpoint.nps_benchmark?)))
            .collect();
        let named: Vec<&Touchpoint> =
            touchpoints.iter().map(|(touchpoint, _)| *touchpoint).collect();
        let days = [-2, -1, 0].map(|back| {
            let day = last.plus(back);
            self.by_touchpoint(&slice.over(Period { first: day, last: day }), &named)
        });
        let found =
            touchpoints.iter().enumerate().filter_map(|(place, (touchpoint, benchmark))| {
                let nps =
                    days.each_ref().map(|day| day[place].nps(self.layout(), self.level).estimate());
                benchmark_missed(&nps, *benchmark).then(|| {
                    let subject = Subject::Touchpoint(touchpoint.id.clone());
                    let rule = Rule::Benchmark { benchmark: *benchmark };
                    alert(subject, Measure::Nps, nps[2], (Colour::Red, rule), last)
                })
            });
        found.collect()
    }

    /// Teams whose satisfaction fell under their own baseline, the year before the period, beyond
    /// chance among all teams (Holm).
    fn team_alerts(&self, slice: &Slice, period: Period) -> Vec<Alert> {
        let teams = Columns::Values(Dimension::Team, self.values(Dimension::Team));
        if !self.is_settled(slice, &teams, false) {
            return Vec::new();
        }
        let year = Period::months_until(period.first.month().plus(-1), BASELINE_MONTHS);
        let (now, before) =
            (self.by_column(slice, &teams), self.by_column(&slice.over(year), &teams));
        let Columns::Values(_, teams) = teams else { return Vec::new() };
        let csat = |totals: &Totals| totals.csat(self.layout(), self.level);
        let changes: Vec<_> = now
            .iter()
            .zip(&before)
            .map(|(n, b)| csat_change(&csat(n), &csat(b), self.level))
            .collect();
        let p_values: Vec<f64> =
            changes.iter().map(|change| change.p_value.unwrap_or(1.0)).collect();
        let found = teams.into_iter().zip(changes).zip(holm(&p_values)).filter_map(
            |((team, change), p)| {
                let figure = change.now.map(|share| share * 100.0);
                let baseline = Reference::Baseline(change.before.value? * 100.0);
                let rule = off(figure.value?, baseline, Direction::Higher)
                    .filter(|_| p < 1.0 - self.level.share());
                Some(alert(Subject::Team(team), Measure::Csat, figure, rule?, period.last))
            },
        );
        found.collect()
    }
}

fn alert(
    subject: Subject,
    measure: Measure,
    figure: Estimate,
    (colour, rule): (Colour, Rule),
    raised: Day,
) -> Alert {
    Alert { colour, subject, measure, figure, rule, raised, due: colour.due(raised) }
}

fn severity(alert: &Alert) -> f64 {
    match alert.rule {
        Rule::Deviation { percent, .. } => percent,
        Rule::Benchmark { .. } => 30.0,
        Rule::Band { target } => target - alert.figure.value.unwrap_or(target),
        Rule::Decline { .. } => 0.0,
    }
}
