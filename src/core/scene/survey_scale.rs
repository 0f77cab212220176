//! A scale: whether its items measure one thing.

use super::track::{Mark, Tick, Track};
use crate::core::index::{Alpha, CrossProducts, Estimate, ItemStatistics, Level, alpha_of_sums};
use crate::core::model::{ItemScale, Lang};
use serde::{Deserialize, Serialize};

/// Below this an item has little in common with the rest of its scale.
const WEAK: f64 = 0.3;

/// What may be said of a scale's reliability, held against what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reliable {
    /// All of its interval reaches it.
    Surely,
    /// It reaches it, but its interval does not whole.
    Likely,
    /// It does not reach it, but its interval does.
    Open,
    /// None of its interval reaches it.
    Not,
    /// It is not defined: one item, too few respondents, or everybody answered alike.
    Undefined,
    /// It is not defined although answers vary: the items cancel each other, one is the others turned round.
    Cancelled,
}

/// Cronbach's alpha in short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reliability {
    /// Alpha, with respondents who answered every item.
    pub alpha: Estimate,
    /// Respondents left out because an item was not answered.
    pub n_missing: u64,
    /// What is wanted.
    pub wanted: f64,
    /// What may be said of it.
    pub verdict: Reliable,
}

/// What is to be looked at in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemWarning {
    /// Everybody answered alike.
    Constant,
    /// It runs against the rest: its wording may be turned round.
    Against,
    /// It has little in common with the rest.
    Weak,
}

/// One item of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleLine {
    /// What it says.
    pub name: String,
    /// What it does in its scale; absent with one item or too few respondents.
    pub statistics: Option<ItemStatistics>,
    /// True when alpha would be higher without it.
    pub is_better_without: bool,
    /// What is to be looked at.
    pub warning: Option<ItemWarning>,
    /// Its correlation with the rest, on a track from −1 to 1.
    pub mark: Option<Mark>,
}

/// A scale and its items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleScene {
    /// The whole scale.
    pub reliability: Reliability,
    /// Alpha on a track from 0 to 1.
    pub mark: Option<Mark>,
    /// What is wanted, on the same track.
    pub wanted_at: f64,
    /// What the track names.
    pub ticks: Vec<Tick>,
    /// The items.
    pub items: Vec<ScaleLine>,
}

const TRACK: Track = Track { from: 0.0, to: 1.0 };
const CORRELATIONS: Track = Track { from: -1.0, to: 1.0 };

impl Reliability {
    pub(super) fn of(sums: &CrossProducts, wanted: f64, level: Level) -> Self {
        Self::told(sums, alpha_of_sums(sums, level).as_ref(), wanted)
    }

    fn told(sums: &CrossProducts, alpha: Option<&Alpha>, wanted: f64) -> Self {
        let varies = |scale: &Alpha| scale.items.iter().any(|item| !item.constant);
        let is_cancelled = alpha.is_some_and(|scale| scale.alpha.is_none() && varies(scale));
        let value = alpha.and_then(|scale| scale.alpha);
        let alpha = Estimate { value, n: sums.n, ci: alpha.and_then(|scale| scale.ci) };
        let verdict = if is_cancelled { Reliable::Cancelled } else { verdict(&alpha, wanted) };
        Self { alpha, n_missing: sums.n_missing, wanted, verdict }
    }
}

fn verdict(alpha: &Estimate, wanted: f64) -> Reliable {
    let Some(value) = alpha.value else { return Reliable::Undefined };
    // Without an interval alpha is 1.
    let (low, high) = alpha.ci.map_or((value, value), |ci| (ci.low, ci.high));
    match value {
        _ if low >= wanted => Reliable::Surely,
        value if value >= wanted => Reliable::Likely,
        _ if high >= wanted => Reliable::Open,
        _ => Reliable::Not,
    }
}

impl ScaleScene {
    pub(super) fn of(scale: &ItemScale, sums: &CrossProducts, level: Level, lang: Lang) -> Self {
        let alpha = alpha_of_sums(sums, level);
        let reliability = Reliability::told(sums, alpha.as_ref(), scale.wanted_alpha);
        let names = scale.items.iter().map(|item| item.name.get(lang).to_owned());
        Self {
            mark: TRACK.mark(&reliability.alpha),
            wanted_at: TRACK.at(scale.wanted_alpha),
            ticks: TRACK.ticks(0.25),
            reliability,
            items: names
                .enumerate()
                .map(|(place, name)| line(name, place, alpha.as_ref()))
                .collect(),
        }
    }
}

fn line(name: String, place: usize, alpha: Option<&Alpha>) -> ScaleLine {
    let statistics = alpha.and_then(|scale| scale.items.get(place)).copied();
    let without = statistics.and_then(|item| item.alpha_if_deleted);
    let r = statistics.and_then(|item| item.item_rest_correlation);
    let whole = alpha.and_then(|scale| scale.alpha);
    ScaleLine {
        name,
        is_better_without: without.zip(whole).is_some_and(|(without, whole)| without > whole),
        warning: statistics.as_ref().and_then(warning),
        mark: r.map(|r| Mark { at: CORRELATIONS.at(r), span: None }),
        statistics,
    }
}

fn warning(item: &ItemStatistics) -> Option<ItemWarning> {
    match item.item_rest_correlation {
        _ if item.constant => Some(ItemWarning::Constant),
        Some(r) if r < 0.0 => Some(ItemWarning::Against),
        Some(r) if r < WEAK => Some(ItemWarning::Weak),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::Interval;
    use crate::core::model::{LocalText, QuestionId, Scale, ScaleItem};

    #[test]
    fn what_may_be_said_depends_on_the_interval() {
        let said = |value, low, high| {
            let alpha = Estimate { value: Some(value), n: 90, ci: Some(Interval { low, high }) };
            verdict(&alpha, 0.85)
        };
        assert_eq!(said(0.9, 0.86, 0.93), Reliable::Surely);
        assert_eq!(said(0.86, 0.8, 0.9), Reliable::Likely);
        assert_eq!(said(0.83, 0.78, 0.87), Reliable::Open);
        assert_eq!(said(0.6, 0.5, 0.7), Reliable::Not);
        assert_eq!(verdict(&Estimate::default(), 0.85), Reliable::Undefined);
    }

    #[test]
    fn items_that_stand_out_are_told() {
        let name = LocalText::plain("item");
        let item = |_| ScaleItem { name: name.clone(), question: QuestionId::new("q") };
        let items = (0..4).map(item).collect();
        let scale = ItemScale { scale: Scale::FIVE, items, wanted_alpha: 0.85 };
        let mut sums = CrossProducts::empty(4);
        for row in [[1, 1, 5, 3], [2, 2, 4, 3], [3, 4, 3, 3], [5, 5, 1, 3], [4, 4, 2, 3]] {
            sums.add(&row.map(|answer| Some(f64::from(answer))));
        }
        let scene = ScaleScene::of(&scale, &sums, Level::default(), Lang::En);
        let warnings: Vec<_> = scene.items.iter().map(|item| item.warning).collect();
        assert_eq!(warnings[2..], [Some(ItemWarning::Against), Some(ItemWarning::Constant)]);
        assert!(scene.items[2].is_better_without && !scene.items[0].is_better_without);
        assert_eq!((scene.reliability.verdict, scene.items[3].mark), (Reliable::Not, None));
        let mut turned = CrossProducts::empty(2);
        [[1.0, 5.0], [3.0, 3.0], [5.0, 1.0]].iter().for_each(|row| turned.add(&row.map(Some)));
        let two = ItemScale { items: scale.items[..2].to_vec(), ..scale.clone() };
        let turned = ScaleScene::of(&two, &turned, Level::default(), Lang::En);
        assert_eq!((turned.reliability.verdict, turned.mark), (Reliable::Cancelled, None));
        assert_eq!(turned.items[1].warning, Some(ItemWarning::Against));
        assert!(turned.items[1].statistics.is_some_and(|item| item.variance == 4.0));
        let nobody = ScaleScene::of(&scale, &CrossProducts::empty(4), Level::default(), Lang::En);
        assert_eq!((nobody.reliability.verdict, nobody.mark), (Reliable::Undefined, None));
        assert_eq!(nobody.items[0].statistics, None);
    }
}
