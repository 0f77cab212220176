//! Texts of the overview.

use crate::core::model::Lang;
use crate::core::workspace::Outcome;
use crate::i18n::messages;
use crate::locales::names;

messages! {
    health_index { "Five-Heart Health Index" "五心健康度指数" }
    out_of_100 { "out of 100" "满分100" }
    coverage(percent) { "{percent} of its weight is measured" "已测得{percent}的权重" }
    not_enough(percent) { "Only {percent} of its weight is measured: too little for an index" "只测得{percent}的权重，不足以计算指数" }
    trend_words[months](from, to) { "Health index of one month: {to}" | "Health index over {months} months, from {from} to {to}" "{months}个月的健康度指数，从{from}到{to}" }
    trend_months[months] { "1 month" | "{months} months" "{months}个月" }
    hearts { "The five hearts" "五心" }
    weakest { "weakest" "最弱" }
    answers_note(what) { "customers' answers {what}" "客户答复 {what}" }

    answer_health(value) { "Service health is {value} of 100" "服务健康度为{value}分（满分100）" }
    answer_up { ", up since the period before." "，较上一时段上升。" }
    answer_down { ", down since the period before." "，较上一时段下降。" }
    answer_same { ", as in the period before." "，与上一时段持平。" }
    answer_stop { "." "。" }
    answer_no_health { "There is too little data for a health index." "数据不足，无法给出健康度指数。" }
    answer_weakest(heart) { "{heart} is the weakest heart." "{heart}最弱。" }
    answer_fix(name) { "Fix {name} first." "请先改进“{name}”。" }
    answer_nothing { "No touchpoint is under target beyond chance." "没有触点明显低于目标。" }

    fix_first { "Fix first" "最该先改" }
    fix_note { "By importance × shortfall from target; only what is under target beyond chance, all touchpoints tested together (Holm), on 30 answers or more." "按重要性×与目标差距排序；只列确实低于目标的触点（全部触点一并检验，Holm校正，至少30个答复）。" }
    nothing_to_fix { "Nothing is under target beyond chance in this period." "本时段没有触点明显低于目标。" }
    importance(value) { "importance {value} of 10" "重要性{value}/10" }
    under_target(target) { "target {target}" "目标{target}" }
    why_misses(heart, value) { "{heart} missed: {value} of 100" "缺{heart}：{value}分（满分100）" }
    why_hard(percent) { "only {percent} found it easy" "只有{percent}觉得轻松" }
    why_falling(points) { "fell {points} points since the period before" "较上一时段下降{points}个百分点" }
    why_overrated(value) { "designers assumed {value}" "设计时估计为{value}" }
    why_moment { "moment of truth" "关键时刻" }

    alerts { "Open alerts" "未处理预警" }
    no_alerts { "No alert is open." "没有未处理的预警。" }
    due(date) { "by {date}" "{date}前" }
    more_alerts(n) { "{n} more" "另有{n}条" }
    fewer_alerts { "Fewer" "收起" }
    chief { "chief, 48 hours" "主管，48小时" }
    owner { "owner, 7 days" "责任人，7天" }
    report { "next monthly report" "下次月报" }
    off_target(percent, target) { "{percent} off target {target}" "偏离目标{target}达{percent}" }
    off_baseline(percent, baseline) { "{percent} under its own baseline {baseline}" "低于自身基线{baseline}达{percent}" }
    in_band(target) { "behaviour rate, aim {target}" "行为达标率，目标{target}" }
    declining(from) { "worse two months running, from {from}" "连续两个月变差，起于{from}" }
    benchmark(value) { "NPS 30% under benchmark {value} three days running: find the root cause" "净推荐值连续三天低于基准{value}的30%，需查根因" }

    maturity { "Maturity" "成熟度" }
    level(number, name) { "L{number} {name}" "L{number} {name}" }
    next_lacks(number) { "L{number} still lacks" "达到L{number}还差" }
    at_top { "The highest level is reached." "已达到最高等级。" }
    at_least(value) { "at least {value}" "不低于{value}" }
    at_most(value) { "at most {value}" "不高于{value}" }
    now_is(value) { "now {value}" "现为{value}" }
    unknown { "not measured" "未测量" }

    changes { "Since the period before" "与上一时段相比" }
    compared_with(period) { "compared with {period}" "对比 {period}" }
    corrected(n) { "p-values corrected for {n} tests (Holm)" "p值已按{n}次检验校正（Holm）" }
    beyond_chance { "beyond chance" "并非偶然" }
    within_chance { "within chance" "可能是偶然" }
    no_test { "too little to test" "样本不足，无法检验" }
    p_is(p) { "p = {p}" "p = {p}" }
    p_under(p) { "p < {p}" "p < {p}" }
    movements { "What moved beyond chance" "确有变化的" }
    no_movements { "No touchpoint or team moved beyond chance." "没有触点或团队出现明显变化。" }
    teams_later { "Teams follow once all responses are read." "读完全部反馈后显示团队变化。" }
    ces_mean { "Ease (1–7)" "轻松度（1–7）" }
    heart_mean(name) { "{name} (1–5)" "{name}（1–5）" }
    figure { "Figure" "指标" }
    now { "Now" "现在" }
    change { "Change" "变化" }
    certainty { "Certainty" "把握" }
}

/// An outcome's name.
pub fn outcome(outcome: Outcome, lang: Lang) -> String {
    match outcome {
        Outcome::Nps => names::nps(lang).to_owned(),
        Outcome::Csat => names::csat(lang).to_owned(),
        Outcome::Ces => ces_mean(lang).to_owned(),
        Outcome::Heart(heart) => heart_mean(lang, names::heart(heart, lang)),
    }
}
