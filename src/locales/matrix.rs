//! Texts of the priority matrix and the risk matrix.

use crate::core::index::{ActionPriority, Quadrant};
use crate::core::model::Lang;
use crate::core::query::{HeatView, Importance, Lines};
use crate::i18n::messages;

messages! {
    views { "Ways to look" "查看方式" }
    priority { "Priority matrix" "优先级矩阵" }
    risk { "Risk matrix" "风险矩阵" }
    priority_title(journey) { "{journey}: priority matrix" "{journey}：优先级矩阵" }
    risk_title(journey) { "{journey}: risk matrix" "{journey}：风险矩阵" }
    performance { "Performance" "表现" }
    importance { "Importance" "重要性" }
    lines { "Lines" "分界线" }
    stated { "stated, 1–10" "填写值，1–10" }
    pearson { "derived, Pearson" "推导，皮尔逊" }
    spearman { "derived, Spearman" "推导，斯皮尔曼" }
    means { "at the means" "取均值" }
    middle { "at the scales' middle" "取量表中点" }

    concentrate { "Concentrate here" "重点改进" }
    keep_up { "Keep up" "继续保持" }
    low { "Low priority" "低优先级" }
    overkill { "Possible overkill" "可能过度投入" }
    no_lines { "All touchpoints have the same importance or the same figure: nothing is high or low, so no lines are drawn." "各触点的重要性或数值相同，无高低之分，故不画分界线。" }

    plot_words[n] { "Priority matrix of 1 touchpoint. Left and right arrows go to worse and better, up and down to more and less important, Enter opens the touchpoint." | "Priority matrix of {n} touchpoints. Left and right arrows go to worse and better, up and down to more and less important, Enter opens the touchpoint." "{n}个触点的优先级矩阵。左右方向键按表现移动，上下方向键按重要性移动，回车打开触点。" }
    plot_hint { "Point at a touchpoint or move to it to see its n and interval" "指向或移到触点可查看样本数和区间" }
    ranked { "By priority" "按优先级" }
    ranked_note { "Importance × shortfall from the target" "重要性×与目标的差距" }
    nothing_short { "Every touchpoint here reaches the target." "这里的触点都达到了目标。" }
    show_all[n] { "Show the one" | "Show all {n}" "显示全部{n}个" }
    importance_is(value) { "importance {value}" "重要性{value}" }
    over_months(n) { "r over {n} months" "{n}个月的r" }
    tested_note { "Touchpoints under the target are tested together (Holm), so that none is named by luck; what rests on fewer than 30 answers is not tested." "低于目标的触点一并检验（Holm校正），以免仅凭运气被点名；不足30个答复者不作检验。" }
    quadrants_note { "Quadrants hold touchpoints against each other, not against the target: one that reaches it may still be among those that matter more and do worse than the rest." "象限是触点之间的相互比较，并非与目标比较：达到目标的触点仍可能属于更重要而表现相对较低的一类。" }
    priority_is(value) { "priority {value}" "优先级{value}" }
    sure { "under target beyond chance" "确实低于目标" }
    too_few { "under target, too few answers for a test" "低于目标，答复太少无法检验" }
    unsure { "may be chance" "可能是偶然" }
    quadrant_head { "Quadrant" "象限" }
    priority_head { "Priority" "优先级值" }
    about_target { "Against the target" "与目标相比" }
    without_figure[n] { "1 touchpoint has no answers to this and is not shown." | "{n} touchpoints have no answers to this and are not shown." "{n}个触点没有此项答复，未显示。" }
    without_importance[n] { "1 touchpoint has no importance and is not shown." | "{n} touchpoints have no importance and are not shown." "{n}个触点没有重要性，未显示。" }
    derived_from(period, measure) { "Importance is derived: how closely each touchpoint moves with the whole journey, month by month ({measure}, {period}). Under 10 months it is not defined." "重要性为推导值：各触点与整个旅程逐月的同向程度（{measure}，{period}）。不足10个月则无定义。" }

    no_stated { "No importance is stated" "尚未填写重要性" }
    no_stated_hint { "Give touchpoints an importance from 1 to 10 where the journeys come from, or choose a derived one." "请在旅程数据源中为触点填写1–10的重要性，或改用推导重要性。" }
    no_derived { "No importance can be derived" "无法推导重要性" }
    no_derived_hint { "It takes 10 months with answers that vary. Choose the stated importance, another measure, or clear a filter." "需要至少10个月且有变化的答复。请改用填写的重要性、换一个指标或清除筛选。" }
    no_answers { "No answers in this period" "本时段没有答复" }
    no_answers_hint { "Choose another measure, widen the period or clear a filter." "请换一个指标、放宽时段或清除筛选。" }

    severity { "Severity" "严重度" }
    occurrence { "Occurrence" "频度" }
    detection { "Detection" "探测度" }
    rpn { "RPN" "RPN" }
    action_priority { "Action priority" "行动优先级" }
    action { "Action" "措施" }
    failure { "What may fail" "可能的失效" }
    urgent { "High" "高" }
    medium { "Medium" "中" }
    slight { "Low" "低" }
    not_rated { "not rated" "未评定" }
    risk_grid { "Risk matrix, severity by occurrence. Arrow keys move, Enter lists the risks of a cell." "风险矩阵：严重度×频度。方向键移动，回车列出该格的风险。" }
    risk_hint { "Point at a cell or move to it to see what may fail there" "指向或移到某格可查看可能的失效" }
    cell_is(severity, occurrence) { "Severity {severity}, occurrence {occurrence}" "严重度{severity}，频度{occurrence}" }
    no_risk_here { "no risk" "无风险" }
    n_risks[n] { "1 risk" | "{n} risks" "{n}项风险" }
    worst_is(urgency) { "worst: {urgency}" "最高：{urgency}" }
    all_risks { "All risks, most urgent first" "全部风险，最紧迫在前" }
    risks_of(cell) { "Risks of: {cell}" "{cell}的风险" }
    list_all { "List all" "列出全部" }
    n_unrated[n] { "1 lacks a rating from 1 to 10 and has no RPN." | "{n} lack a rating from 1 to 10 and have no RPN." "{n}项缺少1–10的评定，没有RPN。" }
    n_without[n] { "1 touchpoint names no risk." | "{n} touchpoints name no risk." "{n}个触点未列风险。" }
    no_risks { "No risks are named yet" "尚未列出风险" }
    no_risks_hint { "Give touchpoints risks with severity, occurrence and detection from 1 to 10 where the journeys come from." "请在旅程数据源中为触点列出风险，并评定1–10的严重度、频度和探测度。" }
}

/// The name of a way to look.
pub fn view(view: HeatView, lang: Lang) -> &'static str {
    match view {
        HeatView::Map => crate::locales::map::heat_map(lang),
        HeatView::Priority => priority(lang),
        HeatView::Risk => risk(lang),
    }
}

/// Where importance comes from.
pub fn importance_by(importance: Importance, lang: Lang) -> &'static str {
    match importance {
        Importance::Stated => stated(lang),
        Importance::Pearson => pearson(lang),
        Importance::Spearman => spearman(lang),
    }
}

/// Where the lines are.
pub fn lines_at(lines: Lines, lang: Lang) -> &'static str {
    match lines {
        Lines::Means => means(lang),
        Lines::Middle => middle(lang),
    }
}

/// What to do about a touchpoint.
pub fn quadrant(quadrant: Quadrant, lang: Lang) -> &'static str {
    match quadrant {
        Quadrant::ConcentrateHere => concentrate(lang),
        Quadrant::KeepUp => keep_up(lang),
        Quadrant::LowPriority => low(lang),
        Quadrant::PossibleOverkill => overkill(lang),
    }
}

/// How urgent action is.
pub fn urgency(urgency: Option<ActionPriority>, lang: Lang) -> &'static str {
    match urgency {
        Some(ActionPriority::High) => urgent(lang),
        Some(ActionPriority::Medium) => medium(lang),
        Some(ActionPriority::Low) => slight(lang),
        None => not_rated(lang),
    }
}
