//! Texts of the comparison.

use crate::core::scene::Verdict;
use crate::i18n::messages;

messages! {
    title { "Compare" "对比" }
    to_responses { "All responses" "全部反馈" }
    compare { "Compare" "对比" }
    by { "Sides by" "对比方式" }
    by_date { "Before and after a date" "某日前后" }
    date { "From this day on" "自此日起" }
    side_a { "Held against" "基准" }
    side_b { "Looked at" "考察" }
    before { "Before" "之前" }
    after { "After" "之后" }
    no_side { "Nothing to compare" "没有可对比的内容" }
    same { "Both sides are the same" "双方相同" }
    same_hint { "There is nothing to compare. Choose another value for one of them." "没有可对比的内容。请为其中一方另选一个值。" }
    unread_day(text) { "“{text}” is no day. The sides are split at the beginning of the last month instead." "“{text}”不是有效日期，现以最后一个月月初划分。" }
    no_days { "no days of the period" "时段内没有日子" }
    empty_hint { "One side has no responses. Choose another one, widen the period or clear a filter." "有一方没有反馈。请另选一方、放宽时段或清除筛选。" }

    caption(b, a) { "{b} held against {a}, question by question" "{b}与{a}逐题对比" }
    question { "Question" "题目" }
    difference { "Difference" "差值" }
    superiority { "Better of two" "胜率" }
    p_value { "p, corrected" "校正p值" }
    interval(low, high) { "95% interval {low} to {high}" "95%区间 {low} 至 {high}" }
    p_alone(p) { "{p} by itself" "单独{p}" }
    under(p) { "under {p}" "小于{p}" }
    no_test { "no test" "未检验" }
    bar_words(difference, low, high) { "{difference}, from {low} to {high}; the middle is no difference" "{difference}，区间{low}至{high}；中线为无差异" }

    higher(b, low, high) { "{b} is higher, by {low} to {high} points. Chance alone would hardly do this." "{b}更高，高出{low}至{high}分。仅凭偶然很难如此。" }
    lower(b, low, high) { "{b} is lower, by {low} to {high} points. Chance alone would hardly do this." "{b}更低，低{low}至{high}分。仅凭偶然很难如此。" }
    clear_higher(b) { "{b} is higher by more than chance, but by how much stays open." "{b}更高，且不止于偶然；具体高多少尚不能断言。" }
    clear_lower(b) { "{b} is lower by more than chance, but by how much stays open." "{b}更低，且不止于偶然；具体低多少尚不能断言。" }
    open(low, high) { "No difference may be claimed, nor that there is none: it may be anything from {low} to {high}." "既不能断言有差异，也不能断言没有：差值可能在{low}至{high}之间。" }
    open_plain { "No difference may be claimed, nor that there is none." "既不能断言有差异，也不能断言没有。" }
    open_alone(low, high) { "By itself this would look like a difference of {low} to {high} points; among so many questions one such comes by luck. No claim." "单看此题似有{low}至{high}分的差异；但题目这么多，凭运气就会出现一个。不作断言。" }
    untested { "Too few answers on one side to say anything." "有一方答复太少，无法判断。" }
    no_spread { "On each side all answers are alike, and they are too few for a test: no claim." "各方答复完全一致，且数量太少，无法检验：不作断言。" }
    no_interval { "no interval" "无区间" }
    thin { "Under 30 answers on a side: take it as a hint." "有一方不足30个答复，仅供参考。" }

    found(n, all) { "Questions that differ by more than chance: {n} of {all}" "{all}题中有{n}题的差异不止于偶然" }
    found_none[all] { "No difference may be claimed in the one question that was tested" | "No difference may be claimed in any of {all} questions" "{all}题中没有一题可以断言有差异" }
    nothing_tested { "No question could be tested" "没有可以检验的题目" }
    same_filter(dimension, value) { "The sides themselves are chosen by {dimension}: the filter “{value}” does not count here." "两方本身即按{dimension}选取：筛选“{value}”在此不起作用。" }
    holm_note(all) { "All {all} tests of the table are corrected together (Holm), so that one in twenty does not stand out by luck. Intervals are for each question by itself." "表中{all}项检验一并校正（Holm），避免二十项中总有一项凭运气突出。区间为各题单独计算。" }
    date_limit { "What came after may come from the change you made, from the season, or from anything else that changed then. A pilot beside a control says more." "之后的变化可能来自所做的改进，也可能来自季节或同期的其他变化。试点与对照并行更有说服力。" }
    group_limit { "Nobody drew lots for who is on which side. What differs may come from who they are, not from how they were served." "各方并非随机分组。差异可能源于人群本身，而非服务方式。" }
}

/// What may be said of a row: with the second side's name and the ends of the interval.
pub fn verdict(
    verdict: Verdict,
    lang: crate::core::model::Lang,
    b: &str,
    ends: Option<(f64, f64)>,
    number: impl Fn(f64) -> String,
) -> String {
    match (verdict, ends) {
        (Verdict::Higher, Some((low, high))) if low > 0.0 => {
            higher(lang, b, &number(low), &number(high))
        }
        (Verdict::Lower, Some((low, high))) if high < 0.0 => {
            lower(lang, b, &number(-high), &number(-low))
        }
        (Verdict::Higher, _) => clear_higher(lang, b),
        (Verdict::Lower, _) => clear_lower(lang, b),
        (Verdict::Open, Some((low, high))) if low > 0.0 || high < 0.0 => {
            open_alone(lang, &number(low), &number(high))
        }
        (Verdict::Open, Some((low, high))) => open(lang, &number(low), &number(high)),
        (Verdict::Open, None) => open_plain(lang).to_owned(),
        (Verdict::NoSpread, _) => no_spread(lang).to_owned(),
        (Verdict::Untested, _) => untested(lang).to_owned(),
    }
}
