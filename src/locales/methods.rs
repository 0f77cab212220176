//! How figures are computed, in words: what is taken, the formula, the source.

use crate::core::model::Lang;
use crate::i18n::messages;

messages! {
    how { "How is this computed?" "这是如何计算的？" }
    n_means { "n counts answers. Missing answers and answers off the scale are left out and counted apart." "n为答复数。未答与超出量表的答复不计入，另行统计。" }

    nps { "NPS" "净推荐值（NPS）" }
    nps_formula { "100·(promoters − detractors)/n; 9–10 promote, 0–6 detract. Interval: adjusted Wald (¾ promoter, 1½ passives and ¾ detractor added)." "100·（推荐者 − 贬损者）/n；9–10为推荐者，0–6为贬损者。区间：校正Wald法（加¾推荐者、1½中立者、¾贬损者）。" }
    nps_source { "Reichheld 2003; Rocks 2016" "Reichheld 2003；Rocks 2016" }

    share { "Satisfied; found it easy" "满意度；轻松度" }
    share_formula { "Share of answers 4–5 of 5 (satisfied) or 5–7 of 7 (easy). Interval: Wilson's score." "5级中4–5级（满意）或7级中5–7级（轻松）所占比例。区间：Wilson得分法。" }
    share_source { "Wilson 1927" "Wilson 1927" }

    heart { "Heart score" "五心得分" }
    heart_formula { "(mean answer − 1)/4·100 of answers 1–5. Interval: Student's t." "（平均分 − 1）/4·100，答复为1–5级。区间：t分布。" }
    heart_source { "Student 1908" "Student 1908" }

    nps_test { "Test of NPS" "净推荐值的检验" }
    nps_test_formula { "z of the difference of adjusted scores, 3 answers added on each side." "校正后两值之差的z检验，每方加3个答复。" }

    shares_test { "Test of shares" "比例的检验" }
    shares_test_formula { "Pooled two-proportion z test; Newcombe's interval of the difference." "合并比例z检验；差值区间为Newcombe法。" }
    shares_test_source { "Newcombe 1998" "Newcombe 1998" }

    means_test { "Test of means" "均值的检验" }
    means_test_formula { "Welch's t test with Satterthwaite's degrees of freedom: the sides may vary differently." "Welch t检验，Satterthwaite自由度：两方离散程度可不同。" }
    means_test_source { "Welch 1947" "Welch 1947" }

    superiority { "Better of two" "胜率" }
    superiority_formula { "Take one answer of each side at random: how often the second is the higher one, ties counting half (U/(n·m) of Mann and Whitney). 50% is no difference; an effect size that needs no unit." "各随机取一个答复，后者更高的比例，相同算一半（Mann–Whitney的U/(n·m)）。50%即无差异；该效应量不依赖单位。" }
    superiority_source { "Mann and Whitney 1947; McGraw and Wong 1992" "Mann与Whitney 1947；McGraw与Wong 1992" }

    holm { "Correction for many tests" "多重检验校正" }
    holm_formula { "Holm's step-down: the smallest of m p-values times m, the next times m − 1, and so on, never falling." "Holm逐步法：m个p值中最小者乘以m，次小者乘以m−1，依此类推，且不递减。" }
    holm_source { "Holm 1979" "Holm 1979" }
}

/// A method a figure is computed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Net promoter score.
    Nps,
    /// Share satisfied, share that found it easy.
    Share,
    /// A heart's score.
    Heart,
    /// Two net promoter scores.
    NpsTest,
    /// Two shares.
    SharesTest,
    /// Two means.
    MeansTest,
    /// Probability of superiority.
    Superiority,
    /// Correction for many tests.
    Holm,
}

impl Method {
    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        self.texts().0(lang)
    }

    /// What is computed.
    pub fn formula(self, lang: Lang) -> &'static str {
        self.texts().1(lang)
    }

    /// Where it comes from.
    pub fn source(self, lang: Lang) -> &'static str {
        self.texts().2(lang)
    }

    fn texts(self) -> (Text, Text, Text) {
        match self {
            Self::Nps => (nps, nps_formula, nps_source),
            Self::Share => (share, share_formula, share_source),
            Self::Heart => (heart, heart_formula, heart_source),
            Self::NpsTest => (nps_test, nps_test_formula, nps_source),
            Self::SharesTest => (shares_test, shares_test_formula, shares_test_source),
            Self::MeansTest => (means_test, means_test_formula, means_test_source),
            Self::Superiority => (superiority, superiority_formula, superiority_source),
            Self::Holm => (holm, holm_formula, holm_source),
        }
    }
}

type Text = fn(Lang) -> &'static str;
