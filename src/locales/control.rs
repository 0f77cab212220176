//! Texts of the control chart.

use crate::core::query::Baseline;
use crate::i18n::messages;

messages! {
    title { "Control chart" "控制图" }
    measure { "Measure" "指标" }
    baseline { "Baseline" "基线" }
    first_months(n) { "first {n} months" "前{n}个月" }
    all_months { "all months" "全部月份" }
    small_shifts { "Small shifts (EWMA)" "小变化（EWMA）" }
    chart_title(measure) { "{measure}: control chart by month" "{measure}：逐月控制图" }
    smoothed(measure) { "{measure}, smoothed" "{measure}（平滑）" }
    centre(value) { "centre {value}" "中心{value}" }
    limits { "Limits (3σ)" "控制限（3σ）" }
    signal { "Signal" "信号" }
    against[n](months) { "Centre and spread come from {months}: 1 answer." | "Centre and spread come from {months}: {n} answers." "中心线与离散程度取自{months}的{n}个答复。" }
    limits_stay { "The limits stay as they are for every month after." "控制限之后各月沿用不变。" }
    limits_by_n { "Each month's limits follow from how many answers it has: the fewer, the wider." "各月控制限取决于当月答复数：越少越宽。" }
    limits_widen { "The limits widen over the first months, while the average gathers." "控制限在最初几个月随平均值积累而变宽。" }
    own_limits { "Every month shown belongs to the baseline, so an unusual one moves its own limits." "所示各月都在基线内，异常月份也会影响自身的控制限。" }
    below(month, value, limit) { "{month}: {value}, under the lower limit {limit}" "{month}：{value}，低于下限{limit}" }
    above(month, value, limit) { "{month}: {value}, over the upper limit {limit}" "{month}：{value}，高于上限{limit}" }
    in_period { "in the chosen period" "在所选时段内" }
    rule { "A month beyond a limit is a signal: while nothing but chance is at work, that is rare. Look for what was different then." "超出控制限的月份为信号：若只有偶然因素，这很少见。请查当时有何不同。" }
    no_signal { "No month lies beyond the limits. Ups and downs within them need no explanation of their own." "没有月份超出控制限。限内的起伏无须逐一解释。" }
    too_few(known, needed) { "Too few months for limits: the baseline has answers in {known}, it takes {needed}. Choose a longer baseline, a later period or clear a filter." "月份太少，无法计算控制限：基线中{known}个月有答复，至少需{needed}个月。请选更长的基线、更晚的时段或清除筛选。" }
}

/// A baseline's name.
pub fn baseline_name(baseline: Baseline, lang: crate::core::model::Lang) -> String {
    match baseline {
        Baseline::First(count) => first_months(lang, &count.to_string()),
        Baseline::All => all_months(lang).to_owned(),
    }
}
