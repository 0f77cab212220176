//! The figures of one dimension or item: what was expected, what was perceived, the gap.

use super::track::{Mark, Track};
use crate::core::index::{DimensionScore, Estimate, Servperf, Servqual, ServqualDimension};
use crate::core::model::{Lang, QualityDimension, QualityItem};
use serde::{Deserialize, Serialize};

/// What may be said of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gap {
    /// The service falls short, by more than chance.
    Short,
    /// The service is better than expected, by more than chance.
    Over,
    /// Chance alone could do this.
    Open,
    /// Too few answers.
    Unknown,
    /// Everybody's gap is the same: it has no interval.
    Alike,
}

impl Gap {
    /// What the interval of a gap lets one say.
    pub(super) fn said(gap: &Estimate) -> Self {
        match gap.ci {
            None if gap.n > 1 => Self::Alike,
            None => Self::Unknown,
            Some(ci) if ci.high < 0.0 => Self::Short,
            Some(ci) if ci.low > 0.0 => Self::Over,
            Some(_) => Self::Open,
        }
    }
}

/// What was expected, what was perceived, and the gap; expectation and gap are absent where nobody is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualityFigures {
    /// A dimension's name, or what an item says.
    pub name: String,
    /// Mean expectation.
    pub expectation: Option<Estimate>,
    /// Mean perception.
    pub perception: Estimate,
    /// Mean gap.
    pub gap: Option<Estimate>,
    /// What may be said of it.
    pub said: Gap,
    /// The expectation on the scale's track.
    pub expected_at: Option<Mark>,
    /// The perception on it.
    pub perceived_at: Option<Mark>,
}

/// Both results, from which figures are taken.
pub(super) struct Results<'a> {
    pub(super) track: Track,
    pub(super) lang: Lang,
    pub(super) perceived: Option<&'a Servperf>,
    pub(super) gaps: Option<&'a Servqual>,
}

impl Results<'_> {
    pub(super) fn dimension(&self, place: usize, dimension: &QualityDimension) -> QualityFigures {
        let perceived = self.score(place).map(|score| score.score);
        let gaps = self.gap(place).map(|gap| [gap.expectation, gap.perception, gap.gap]);
        self.figures(dimension.name.get(self.lang), perceived, gaps)
    }

    pub(super) fn items(&self, place: usize, dimension: &QualityDimension) -> Vec<QualityFigures> {
        let item = |(at, item): (usize, &QualityItem)| {
            let perceived = self.score(place).and_then(|score| score.items.get(at)).copied();
            let gaps = self.gap(place).and_then(|gap| gap.items.get(at));
            let gaps = gaps.map(|item| [item.expectation, item.perception, item.gap]);
            self.figures(item.name.get(self.lang), perceived, gaps)
        };
        dimension.items.iter().enumerate().map(item).collect()
    }

    fn score(&self, place: usize) -> Option<&DimensionScore> {
        self.perceived?.dimensions.get(place)
    }

    fn gap(&self, place: usize) -> Option<&ServqualDimension> {
        self.gaps?.dimensions.get(place)
    }

    /// Beside an expectation stands the perception of the same respondents, so that their difference is the gap.
    fn figures(
        &self,
        name: &str,
        perceived: Option<Estimate>,
        gaps: Option<[Estimate; 3]>,
    ) -> QualityFigures {
        let perception = gaps.map(|[_, perception, _]| perception).or(perceived);
        let perception = self.on_scale(perception.unwrap_or_default());
        let expectation = gaps.map(|[expectation, ..]| self.on_scale(expectation));
        let gap = gaps.map(|[.., gap]| gap);
        QualityFigures {
            name: name.to_owned(),
            said: gap.as_ref().map_or(Gap::Unknown, Gap::said),
            expected_at: expectation.as_ref().and_then(|figure| self.track.mark(figure)),
            perceived_at: self.track.mark(&perception),
            expectation,
            perception,
            gap,
        }
    }

    /// The interval of a mean may lead beyond the scale's ends, where nothing can be.
    pub(super) fn on_scale(&self, figure: Estimate) -> Estimate {
        figure.clip(self.track.from, self.track.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Interval;

    #[test]
    fn what_may_be_said_of_a_gap_depends_on_its_interval() {
        let gap = |low, high| {
            Gap::said(&Estimate { value: Some(low), n: 9, ci: Some(Interval { low, high }) })
        };
        let said = [gap(-1.0, -0.1), gap(0.1, 0.4), gap(-0.2, 0.1)];
        assert_eq!(said, [Gap::Short, Gap::Over, Gap::Open]);
        assert_eq!(Gap::said(&Estimate::default()), Gap::Unknown);
        let alike = Estimate { value: Some(-1.0), n: 40, ci: None };
        assert_eq!(Gap::said(&alike), Gap::Alike);
    }
}
