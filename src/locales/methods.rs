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

    servqual { "SERVQUAL" "SERVQUAL" }
    servqual_formula { "Gap = found − expected, per item and respondent. A dimension's gap is the mean of its items', the overall one the mean of the dimensions'; each is averaged over the respondents who answered all of it. Interval: Student's t of their gaps." "差距 = 感受 − 期望，按答卷者逐项计算。维度差距为题项差距的均值，总差距为各维度的均值；均对答完相应题项者取平均。区间：差距的t分布。" }
    servqual_source { "Parasuraman, Zeithaml and Berry 1988, 1991" "Parasuraman、Zeithaml与Berry 1988、1991" }

    servperf { "SERVPERF" "SERVPERF" }
    servperf_formula { "What was found, alone: the mean of a dimension's items, and the mean of the dimensions, per respondent and then averaged. Interval: Student's t." "只取感受：先按答卷者求维度内题项均值与各维度均值，再取平均。区间：t分布。" }
    servperf_source { "Cronin and Taylor 1992" "Cronin与Taylor 1992" }

    weighted { "Weighted by what matters" "按重视程度加权" }
    weighted_formula { "Per respondent Σw·x/Σw over the dimensions, w the points the respondent gave them, whatever they sum to; then averaged over those who gave points to all." "按答卷者计算Σw·x/Σw，w为其给各维度的分数，总和不限；再对全部给分者取平均。" }

    kano { "Kano's category" "Kano类别" }
    kano_formula { "Each pair of answers, with the feature and without it, falls into a category by Kano's table; a feature's is the most frequent, of equals M before O before A before I. Lead: first minus second, as a share of all. Matters to: share of A, O and M." "每对答复（具备时、缺少时）按Kano表归类；功能取出现最多的类别，相同时依M、O、A、I取先。领先：第一与第二之差占全部的比例。在意者：A、O、M所占比例。" }
    kano_source { "Kano et al. 1984; Lee and Newcomb 1997" "Kano等 1984；Lee与Newcomb 1997" }

    better_worse { "Better and worse" "满意与不满意系数" }
    better_worse_formula { "Better = (A + O)/(A + O + M + I); worse = −(O + M)/(A + O + M + I). Interval: Wilson's score. n counts these four categories." "满意系数 = (A + O)/(A + O + M + I)；不满意系数 = −(O + M)/(A + O + M + I)。区间：Wilson得分法。n为这四类人数。" }
    better_worse_source { "Berger et al. 1993; Wilson 1927" "Berger等 1993；Wilson 1927" }

    fong { "Fong's test" "Fong检验" }
    fong_formula { "The lead a − b is more than chance unless under 1.65·√((a + b)(2n − a − b)/(2n)), n all respondents (one-sided 5%)." "领先a − b不小于1.65·√((a + b)(2n − a − b)/(2n))即不止于偶然，n为全部答卷者（单侧5%）。" }
    fong_source { "Fong 1996" "Fong 1996" }

    alpha { "Cronbach's alpha" "Cronbach α" }
    alpha_formula { "k/(k − 1)·(1 − Σ item variances/variance of the sum), over respondents who answered all k items (n). Interval: Feldt's, 1 − (1 − α)·F of n − 1 and (n − 1)(k − 1) degrees of freedom. No item is reversed." "k/(k − 1)·(1 − Σ题项方差/总分方差)，仅含答完全部k项者（n）。区间：Feldt法，1 − (1 − α)·F，自由度n − 1与(n − 1)(k − 1)。不反转任何题项。" }
    alpha_source { "Cronbach 1951; Feldt 1965" "Cronbach 1951；Feldt 1965" }

    item_rest { "With the rest" "与其余相关" }
    item_rest_formula { "Pearson's correlation of an item with the sum of the others (corrected item-total); alpha without it is alpha of the others." "题项与其余题项之和的Pearson相关（校正的题总相关）；删除后的α为其余题项的α。" }
    item_rest_source { "Nunnally and Bernstein 1994" "Nunnally与Bernstein 1994" }
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
    /// Gaps between what was expected and what was found.
    Servqual,
    /// What was found, alone.
    Servperf,
    /// Either, weighted by what matters to each respondent.
    Weighted,
    /// What a feature is to most.
    Kano,
    /// How much a feature pleases, and its lack displeases.
    BetterWorse,
    /// Whether the most frequent category leads by more than chance.
    Fong,
    /// Reliability of a scale.
    Alpha,
    /// What an item does in its scale.
    ItemRest,
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
            Self::Servqual => (servqual, servqual_formula, servqual_source),
            Self::Servperf => (servperf, servperf_formula, servperf_source),
            Self::Weighted => (weighted, weighted_formula, servqual_source),
            Self::Kano => (kano, kano_formula, kano_source),
            Self::BetterWorse => (better_worse, better_worse_formula, better_worse_source),
            Self::Fong => (fong, fong_formula, fong_source),
            Self::Alpha => (alpha, alpha_formula, alpha_source),
            Self::ItemRest => (item_rest, item_rest_formula, item_rest_source),
        }
    }
}

type Text = fn(Lang) -> &'static str;
