//! How figures are computed, in words: what is taken, the formula, the source.

use crate::core::hearts::Blend;
use crate::core::model::Lang;
use crate::i18n::messages;

messages! {
    how { "How is this computed?" "这是如何计算的？" }
    here(what) { "Here: {what}" "此处：{what}" }
    n_means { "n counts answers. Missing answers and answers off the scale are left out and counted apart." "n为答复数。未答与超出量表的答复不计入，另行统计。" }

    nps { "NPS" "净推荐值（NPS）" }
    nps_formula { "100·(promoters − detractors)/n; 9–10 promote, 0–6 detract. Interval: adjusted Wald (¾ promoter, 1½ passives and ¾ detractor added); none where it does not hold the score, as of a single answer." "100·（推荐者 − 贬损者）/n；9–10为推荐者，0–6为贬损者。区间：校正Wald法（加¾推荐者、1½中立者、¾贬损者）；若不含该值（如仅一个答复）则不给出。" }
    nps_source { "Reichheld 2003; Rocks 2016" "Reichheld 2003；Rocks 2016" }

    share { "Satisfied; found it easy" "满意度；轻松度" }
    share_formula { "Share of answers 4–5 of 5 (satisfied) or 5–7 of 7 (easy). Interval: Wilson's score." "5级中4–5级（满意）或7级中5–7级（轻松）所占比例。区间：Wilson得分法。" }
    share_source { "Wilson 1927" "Wilson 1927" }

    heart { "Heart score" "五心得分" }
    heart_formula { "(mean answer − 1)/4·100 of answers 1–5. Interval: Student's t; none of equal answers." "（平均分 − 1）/4·100，答复为1–5级。区间：t分布；答复全部相同时不给出。" }
    heart_source { "Student 1908" "Student 1908" }

    missed { "Missed heart" "缺失的心" }
    missed_formula { "A touchpoint misses a heart it relies on when even the upper end of the score's interval is under the target." "触点所依靠的心，若其得分区间的上端仍低于目标，即为缺失。" }

    emotion { "Measured emotion" "实测情绪" }
    emotion_formula { "Mean satisfaction (1–5) minus 3: from −2 to +2. Interval: Student's t." "平均满意度（1–5）减3，范围−2至+2。区间：t分布。" }

    curve { "Emotion curve" "情绪曲线" }
    curve_formula { "Steffen's monotone cubic through the touchpoints' values: exact at each, never beyond two neighbours; the ribbon goes through the intervals' ends the same way. Between touchpoints nothing is measured." "Steffen单调三次曲线：在各触点处取实测值，触点之间不越过相邻两值；色带同样连接区间端点。触点之间没有测量。" }
    curve_source { "Steffen 1990" "Steffen 1990" }

    scale { "Colours" "颜色" }
    scale_formula { "Nine steps of equal width around the target, ending equally far above and below it. A colour shows the value alone, not how sure it is: the interval does." "以目标为中心等分九档，上下范围相同。颜色只表示数值，把握大小看区间。" }

    health { "Health index" "健康度指数" }
    health_formula { "Each indicator is scored 0–100 between two fixed goalposts, clipped; the index is the weighted mean Σw·s/Σw of those measured (or the geometric mean, scores floored at 1)." "各指标按两个固定界值折算为0–100分并截断；指数为已测指标的加权平均Σw·s/Σw（或几何平均，分值下限为1）。" }
    health_source { "OECD/JRC handbook 2008" "OECD/JRC手册2008" }
    blend_linear { "weighted mean" "加权平均" }
    blend_geometric { "geometric mean" "几何平均" }
    coverage(now, least) { "{now} of the weight is measured, {least} is needed" "已测权重{now}，至少需{least}" }
    indicators[n] { "1 indicator in the index" | "{n} indicators in the index" "{n}项指标计入指数" }

    heart_index { "Index of a heart" "各心指数" }
    heart_index_formula { "The health index of one heart's indicators and, with weight 1, its answer score. The weakest heart has the lowest index; of equals, the earlier one in the loop." "该心各指标与其答复得分（权重1）的健康度指数。指数最低者为最弱；相同则取闭环中靠前者。" }

    heart_loop { "Loop" "闭环" }
    loop_formula { "A link is Spearman's correlation of two hearts' mean answers over touchpoint-months; under 10 pairs there is none. Strength is the geometric mean of the five indices. A correlation is no cause." "连线为两心平均答复在“触点×月份”上的斯皮尔曼相关，不足10对则无。强度为五心指数的几何平均。相关不是因果。" }
    loop_source { "Spearman 1904" "Spearman 1904" }

    maturity { "Maturity level" "成熟度等级" }
    maturity_formula { "The highest level whose criteria are all met, with those of every level below it. What is not measured is not met. The criteria are this workspace's." "自身及以下各级的标准全部满足的最高等级。未测量即为未满足。标准由本工作区设定。" }

    alerts { "Alerts" "预警" }
    alerts_formula { "By deviation from target or baseline in the bad direction: over 20% red, 10–20% yellow, under 10% blue. Behaviour rates by band: under 75% red, under 85% yellow. Two declines in a row: at least yellow. What rests on answers must be off beyond chance; a team is held against its own 12 months before (Holm). A touchpoint's NPS 30% under its benchmark three days running: red. Due: red 48 hours, yellow 7 days, blue next monthly report." "按向不利方向偏离目标或基线的幅度：超过20%红色，10–20%黄色，低于10%蓝色。行为达标率按区间：低于75%红色，低于85%黄色。连续两次下降至少黄色。基于答复的须并非偶然；团队与自身此前12个月对比（Holm）。触点净推荐值连续三天低于基准30%：红色。时限：红色48小时，黄色7天，蓝色下次月报。" }

    priority { "Priority" "优先级" }
    priority_formula { "Importance × shortfall from the target, in the measure's own unit; 0 at the target or over it. Where no importance is stated, the mean of those stated counts." "重要性×与目标的差距，单位同指标；达到目标即为0。未填重要性时取已填者的平均。" }
    priority_source { "Martilla and James 1977" "Martilla与James 1977" }

    matrix { "Priority matrix" "优先级矩阵" }
    matrix_formula { "Importance upwards, performance to the right; the lines cross at the means of the touchpoints shown, or at the middle of both scales. A point on a line counts as high. Priority is importance × shortfall from the target." "纵轴重要性，横轴表现；分界线取所示触点的均值或量表中点。在线上算高。优先级=重要性×与目标的差距。" }

    derived { "Derived importance" "推导重要性" }
    derived_formula { "Correlation r (Pearson or Spearman) of the touchpoint's monthly figure with the whole journey's, its own answers among them, over 24 months; under 10 months there is none. What moves along need not be the cause." "触点逐月数值与整个旅程（含其自身答复）的相关系数r（皮尔逊或斯皮尔曼），取24个月；不足10个月则无。同向变化不等于因果。" }
    derived_source { "Pearson 1895; Spearman 1904" "Pearson 1895；Spearman 1904" }

    risk { "RPN and action priority" "RPN与行动优先级" }
    risk_formula { "Severity, occurrence and detection, each 1–10, 10 worst, as rated by the team. RPN is their product. The action priority H, M or L is read from the AIAG-VDA table of 1,000 entries, where severity comes first: it is no threshold of RPN." "严重度、频度、探测度由团队评定，各1–10，10最差。RPN为三者之积。行动优先级H、M、L查AIAG-VDA的1000项表得出，严重度优先，并非RPN阈值。" }
    risk_source { "AIAG & VDA FMEA handbook 2019" "AIAG与VDA FMEA手册2019" }

    p_chart { "p-chart" "p控制图" }
    p_chart_formula { "Centre p̄: the satisfied (or easy) share of the baseline's months together. Limits p̄ ± 3·√(p̄(1 − p̄)/nᵢ) by each month's n, cut at 0 and 100%. A month outside them is a signal." "中心线p̄为基线各月合计的比例；控制限p̄ ± 3·√(p̄(1 − p̄)/nᵢ)，随各月n变化，截于0与100%。超出者为信号。" }
    p_chart_source { "Shewhart 1931" "Shewhart 1931" }

    xmr { "XmR chart" "XmR控制图" }
    xmr_formula { "Centre x̄: mean of the baseline's months. Limits x̄ ± 3·MR̄/1.128, MR̄ the mean difference from one month to the next; none is taken across a gap. A month outside them is a signal." "中心线x̄为基线各月的均值；控制限x̄ ± 3·MR̄/1.128，MR̄为相邻两月之差的均值，不跨缺口。超出者为信号。" }
    xmr_source { "Wheeler 1993" "Wheeler 1993" }

    ewma { "EWMA chart" "EWMA控制图" }
    ewma_formula { "zᵢ = λxᵢ + (1 − λ)zᵢ₋₁ from the baseline's mean on, λ = 0.2; limits ± 3σ·√(λ/(2 − λ)·(1 − (1 − λ)²ⁱ)), σ = MR̄/1.128 of the baseline. It sees small shifts that last, and weighs every month alike whatever its n." "zᵢ = λxᵢ + (1 − λ)zᵢ₋₁，自基线均值起，λ = 0.2；控制限± 3σ·√(λ/(2 − λ)·(1 − (1 − λ)²ⁱ))，σ为基线的MR̄/1.128。对持续的小变化敏感；各月不论n一律等权。" }
    ewma_source { "Roberts 1959" "Roberts 1959" }

    target_test { "Under the target beyond chance" "确实低于目标" }
    target_test_formula { "Each touchpoint's figure against the target: z of a share, z of the adjusted NPS, t of a mean; two-sided, at 5%. All are corrected together (Holm). What rests on fewer than 30 answers is not tested." "各触点数值与目标比较：比例用z检验，校正净推荐值用z检验，均值用t检验；双侧5%。一并校正（Holm）。不足30个答复者不检验。" }
    target_test_source { "Wilson 1927; Student 1908; Rocks 2016; Holm 1979" "Wilson 1927；Student 1908；Rocks 2016；Holm 1979" }

    nps_test { "Test of NPS" "净推荐值的检验" }
    nps_test_formula { "z of the difference of adjusted scores, 3 answers added on each side." "校正后两值之差的z检验，每方加3个答复。" }

    shares_test { "Test of shares" "比例的检验" }
    shares_test_formula { "Pooled two-proportion z test; Newcombe's interval of the difference." "合并比例z检验；差值区间为Newcombe法。" }
    shares_test_source { "Newcombe 1998" "Newcombe 1998" }

    means_test { "Test of means" "均值的检验" }
    means_test_formula { "Welch's t test with Satterthwaite's degrees of freedom: the sides may vary differently. Where neither varies: the ranks, by Mann and Whitney's test, on 10 answers or more a side." "Welch t检验，Satterthwaite自由度：两方离散程度可不同。两方均无差异时：每方至少10个答复，以Mann–Whitney检验比较秩次。" }
    means_test_source { "Welch 1947" "Welch 1947" }

    superiority { "Better of two" "胜率" }
    superiority_formula { "Take one answer of each side at random: how often the second is the higher one, ties counting half (U/(n·m) of Mann and Whitney). 50% is no difference; an effect size that needs no unit." "各随机取一个答复，后者更高的比例，相同算一半（Mann–Whitney的U/(n·m)）。50%即无差异；该效应量不依赖单位。" }
    superiority_source { "Mann and Whitney 1947; McGraw and Wong 1992" "Mann与Whitney 1947；McGraw与Wong 1992" }

    holm { "Correction for many tests" "多重检验校正" }
    holm_formula { "Holm's step-down: the smallest of m p-values times m, the next times m − 1, and so on, never falling." "Holm逐步法：m个p值中最小者乘以m，次小者乘以m−1，依此类推，且不递减。" }
    holm_source { "Holm 1979" "Holm 1979" }
    tests[n] { "1 test" | "{n} tests" "{n}次检验" }

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

    /// Where a rule is the house's own.
    own { "Heartline's own rule" "Heartline自定规则" }
}

type Text = fn(Lang) -> &'static str;

/// A method a figure is computed by. Each is a constant, so that a program carries only the texts of those it
/// shows.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    name: Text,
    formula: Text,
    source: Text,
}

impl Method {
    /// Net promoter score.
    pub const NPS: Self = Self::new(nps, nps_formula, nps_source);
    /// Share satisfied, share that found it easy.
    pub const SHARE: Self = Self::new(share, share_formula, share_source);
    /// A heart's score.
    pub const HEART: Self = Self::new(heart, heart_formula, heart_source);
    /// A heart that is relied on and missed.
    pub const MISSED: Self = Self::new(missed, missed_formula, own);
    /// Measured emotion.
    pub const EMOTION: Self = Self::new(emotion, emotion_formula, heart_source);
    /// The curve through it.
    pub const CURVE: Self = Self::new(curve, curve_formula, curve_source);
    /// The colours of the heat map.
    pub const SCALE: Self = Self::new(scale, scale_formula, own);
    /// The health index.
    pub const HEALTH: Self = Self::new(health, health_formula, health_source);
    /// A heart's index.
    pub const HEART_INDEX: Self = Self::new(heart_index, heart_index_formula, health_source);
    /// The links of the loop and its strength.
    pub const LOOP: Self = Self::new(heart_loop, loop_formula, loop_source);
    /// The maturity level.
    pub const MATURITY: Self = Self::new(maturity, maturity_formula, own);
    /// Alerts.
    pub const ALERTS: Self = Self::new(alerts, alerts_formula, own);
    /// What to fix first.
    pub const PRIORITY: Self = Self::new(priority, priority_formula, priority_source);
    /// The priority matrix.
    pub const MATRIX: Self = Self::new(matrix, matrix_formula, priority_source);
    /// Importance as a correlation.
    pub const DERIVED: Self = Self::new(derived, derived_formula, derived_source);
    /// What a risk comes to.
    pub const RISK: Self = Self::new(risk, risk_formula, risk_source);
    /// The control chart of a share.
    pub const P_CHART: Self = Self::new(p_chart, p_chart_formula, p_chart_source);
    /// The control chart of single values.
    pub const XMR: Self = Self::new(xmr, xmr_formula, xmr_source);
    /// The control chart that sees small shifts.
    pub const EWMA: Self = Self::new(ewma, ewma_formula, ewma_source);
    /// What is under its target by more than chance.
    pub const TARGET_TEST: Self = Self::new(target_test, target_test_formula, target_test_source);
    /// Two net promoter scores.
    pub const NPS_TEST: Self = Self::new(nps_test, nps_test_formula, nps_source);
    /// Two shares.
    pub const SHARES_TEST: Self = Self::new(shares_test, shares_test_formula, shares_test_source);
    /// Two means.
    pub const MEANS_TEST: Self = Self::new(means_test, means_test_formula, means_test_source);
    /// Probability of superiority.
    pub const SUPERIORITY: Self = Self::new(superiority, superiority_formula, superiority_source);
    /// Correction for many tests.
    pub const HOLM: Self = Self::new(holm, holm_formula, holm_source);

    /// Gaps between what was expected and what was found.
    pub const SERVQUAL: Self = Self::new(servqual, servqual_formula, servqual_source);
    /// What was found, alone.
    pub const SERVPERF: Self = Self::new(servperf, servperf_formula, servperf_source);
    /// Either, weighted by what matters to each respondent.
    pub const WEIGHTED: Self = Self::new(weighted, weighted_formula, servqual_source);
    /// What a feature is to most.
    pub const KANO: Self = Self::new(kano, kano_formula, kano_source);
    /// How much a feature pleases, and its lack displeases.
    pub const BETTER_WORSE: Self =
        Self::new(better_worse, better_worse_formula, better_worse_source);
    /// Whether the most frequent category leads by more than chance.
    pub const FONG: Self = Self::new(fong, fong_formula, fong_source);
    /// Reliability of a scale.
    pub const ALPHA: Self = Self::new(alpha, alpha_formula, alpha_source);
    /// What an item does in its scale.
    pub const ITEM_REST: Self = Self::new(item_rest, item_rest_formula, item_rest_source);

    const fn new(name: Text, formula: Text, source: Text) -> Self {
        Self { name, formula, source }
    }

    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        (self.name)(lang)
    }

    /// What is computed.
    pub fn formula(self, lang: Lang) -> &'static str {
        (self.formula)(lang)
    }

    /// Where it comes from.
    pub fn source(self, lang: Lang) -> &'static str {
        (self.source)(lang)
    }
}

/// How scores are blended.
pub fn blend(blend: Blend, lang: Lang) -> &'static str {
    match blend {
        Blend::Linear => blend_linear(lang),
        Blend::Geometric => blend_geometric(lang),
    }
}
