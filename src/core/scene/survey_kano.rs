//! Features: what each is to those who were asked.

use crate::core::index::{Interval, Kano, KanoCategory, KanoCounts, Level, holm, kano, wilson};
use crate::core::model::{Feature, Lang};
use crate::core::tally::FeatureCounts;
use serde::{Deserialize, Serialize};

/// What may be said of a feature's category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Leads {
    /// It leads by more than chance, though many features were tested (Holm).
    Clearly,
    /// It leads, but chance alone could do that; the second stands beside it.
    Unclear(KanoCategory),
    /// Nobody answered both questions.
    Unknown,
}

/// A feature in the plane of better and worse, in percent of its sides: worse to the right, better upwards.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct KanoPoint {
    /// Dissatisfaction without it, from the left.
    pub x: f64,
    /// Satisfaction with it, from the top.
    pub y: f64,
    /// The interval of x.
    pub across: (f64, f64),
    /// The interval of y.
    pub along: (f64, f64),
}

/// One feature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KanoLine {
    /// Its name.
    pub name: String,
    /// Its figures; absent when nobody answered both questions.
    pub kano: Option<Kano>,
    /// How many see in it what.
    pub counts: KanoCounts,
    /// Respondents who left one of the two questions without an answer that can be used.
    pub n_missing: u64,
    /// Respondents better and worse are shares of: neither reverse nor questionable.
    pub n_judged: u64,
    /// The interval of better, 0 to 1.
    pub better_ci: Option<Interval>,
    /// The interval of worse, −1 to 0.
    pub worse_ci: Option<Interval>,
    /// What may be said of its category.
    pub leads: Leads,
    /// Its place in the plane; absent when nobody would miss it or welcome it, or be indifferent.
    pub point: Option<KanoPoint>,
}

/// All features of a survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KanoScene {
    /// In the survey's order.
    pub features: Vec<KanoLine>,
}

impl KanoScene {
    pub(super) fn of(
        features: &[Feature],
        counts: &[FeatureCounts],
        level: Level,
        lang: Lang,
    ) -> Self {
        let pairs = features.iter().zip(counts);
        let one = |(feature, counts): (&Feature, _)| line(feature.name.get(lang), counts, level);
        let mut features: Vec<KanoLine> = pairs.map(one).collect();
        correct(&mut features, level);
        Self { features }
    }

    /// How many features were tested.
    pub fn tested(&self) -> usize {
        self.features.iter().filter(|line| line.kano.is_some()).count()
    }
}

/// Corrects Fong's tests for each other: of many features one leads by luck.
fn correct(features: &mut [KanoLine], level: Level) {
    let p_values: Vec<f64> =
        features.iter().filter_map(|line| line.kano).map(|kano| kano.p_value).collect();
    let mut adjusted = holm(&p_values).into_iter();
    for line in features {
        let p = line.kano.and_then(|_| adjusted.next());
        let is_luck = p.is_some_and(|p| p >= 1.0 - level.share());
        if line.leads == Leads::Clearly && is_luck {
            line.leads = unclear(line.kano.as_ref(), &line.counts);
        }
    }
}

fn line(name: &str, of: &FeatureCounts, level: Level) -> KanoLine {
    let kano = kano(&of.counts);
    let KanoCounts { must_be, one_dimensional, attractive, indifferent, .. } = of.counts;
    let judged = must_be + one_dimensional + attractive + indifferent;
    let better_ci = wilson(attractive + one_dimensional, judged, level).ci;
    let worse = wilson(one_dimensional + must_be, judged, level).ci;
    KanoLine {
        name: name.to_owned(),
        leads: leads(kano.as_ref(), &of.counts),
        point: kano.and_then(|kano| point(&kano, better_ci?, worse?)),
        kano,
        counts: of.counts,
        n_missing: of.n_missing,
        n_judged: judged,
        better_ci,
        worse_ci: worse.map(|ci| Interval { low: -ci.high, high: -ci.low }),
    }
}

fn leads(kano: Option<&Kano>, counts: &KanoCounts) -> Leads {
    let Some(kano) = kano else { return Leads::Unknown };
    if kano.significant { Leads::Clearly } else { unclear(Some(kano), counts) }
}

fn unclear(kano: Option<&Kano>, counts: &KanoCounts) -> Leads {
    let Some(kano) = kano else { return Leads::Unknown };
    let others = KanoCategory::ALL.into_iter().filter(|category| *category != kano.category);
    // Of equal counts the earlier one, as everywhere.
    let second = others.rev().max_by_key(|category| counts.get(*category));
    second.map_or(Leads::Clearly, Leads::Unclear)
}

fn point(kano: &Kano, better: Interval, worse: Interval) -> Option<KanoPoint> {
    let percent = |share: f64| share * 100.0;
    Some(KanoPoint {
        x: percent(-kano.worse?),
        y: 100.0 - percent(kano.better?),
        across: (percent(worse.low), percent(worse.high)),
        along: (100.0 - percent(better.high), 100.0 - percent(better.low)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{LocalText, QuestionId};

    fn told(counts: KanoCounts) -> KanoLine {
        line("feature", &FeatureCounts { counts, n_missing: 1 }, Level::default())
    }

    #[test]
    fn of_many_features_one_leads_by_luck() {
        let feature = || Feature {
            name: LocalText::plain("feature"),
            functional: QuestionId::new("with"),
            dysfunctional: QuestionId::new("without"),
        };
        // 24 against 12 of 50: p = 0.02 by itself.
        let counts =
            KanoCounts { must_be: 24, attractive: 12, indifferent: 14, ..Default::default() };
        let scene = |times: usize| {
            let (features, counts) =
                (vec![feature(); times], vec![FeatureCounts { counts, n_missing: 0 }; times]);
            KanoScene::of(&features, &counts, Level::default(), Lang::En)
        };
        assert_eq!(scene(1).features[0].leads, Leads::Clearly);
        assert_eq!(scene(6).features[0].leads, Leads::Unclear(KanoCategory::Indifferent));
        assert_eq!(scene(6).tested(), 6);
    }

    #[test]
    fn a_clear_feature_has_its_place_and_an_unclear_one_names_its_second() {
        let clear = told(KanoCounts {
            must_be: 70,
            one_dimensional: 20,
            indifferent: 10,
            ..Default::default()
        });
        assert_eq!(clear.leads, Leads::Clearly);
        let point = clear.point.expect("a place");
        assert!((point.x - 90.0).abs() < 1e-9 && (point.y - 80.0).abs() < 1e-9);
        assert!(point.across.0 < point.x && point.x < point.across.1);
        assert!(point.along.0 < point.y && point.y < point.along.1);
        assert!(clear.worse_ci.is_some_and(|ci| ci.contains(-0.9)));
        let unclear = told(KanoCounts { must_be: 20, one_dimensional: 19, ..Default::default() });
        assert_eq!(unclear.leads, Leads::Unclear(KanoCategory::OneDimensional));
        let tie =
            told(KanoCounts { attractive: 5, indifferent: 5, reverse: 5, ..Default::default() });
        assert_eq!(tie.leads, Leads::Unclear(KanoCategory::Indifferent));
    }

    #[test]
    fn a_feature_nobody_judges_has_no_place() {
        let nobody = told(KanoCounts::default());
        assert_eq!((nobody.leads, nobody.kano, nobody.point), (Leads::Unknown, None, None));
        let reverse = told(KanoCounts { reverse: 40, ..Default::default() });
        assert_eq!((reverse.leads, reverse.point, reverse.better_ci), (Leads::Clearly, None, None));
    }
}
