//! Texts of the five hearts' page.

use crate::i18n::messages;

messages! {
    title { "The five hearts" "五心" }
    loop_title { "The loop" "五心闭环" }
    loop_words(strength, weakest) { "Loop of the five hearts. Strength {strength} of 100. Weakest: {weakest}." "五心闭环。强度{strength}（满分100）。最弱：{weakest}。" }
    loop_note { "Each heart strengthens the next. A link is the Spearman correlation of the two hearts' answers over touchpoint-months; it shows that they move together, not that one causes the other." "每一心增强下一心。连线为两心答复在“触点×月份”上的斯皮尔曼相关：只说明同向变化，不说明因果。" }
    strength { "loop strength" "闭环强度" }
    no_strength { "A heart has no index yet" "尚有一心没有指数" }
    weakest { "weakest" "最弱" }
    heart { "Heart" "心" }
    index { "Index" "指数" }
    answers { "Answers" "答复" }
    to_next { "Link to the next" "与下一心的关联" }
    link(r, n) { "r {r}, n {n}" "r {r}，n {n}" }
    pairs(n) { "up to {n} touchpoint-months a link" "每条连线至多{n}个“触点×月份”" }
    no_link { "fewer than 10 pairs" "不足10对" }
    indicators { "Indicators against their targets" "各指标与目标" }
    indicator { "Indicator" "指标" }
    value { "Value" "数值" }
    target { "Target" "目标" }
    score { "Score" "得分" }
    change { "Since before" "较上期" }
    outcomes { "Outcomes" "结果" }
    not_counted { "not in the index" "不计入指数" }
    lower_is_better { "less is better" "越低越好" }
    trend { "Index month by month" "逐月指数" }
    health_index { "Health index" "健康度指数" }
    ladder { "Maturity ladder" "成熟度阶梯" }
    reached { "reached" "已达到" }
    not_reached { "not reached" "未达到" }
    met { "met" "已满足" }
    not_met { "not met" "未满足" }
    start { "Where everybody starts." "起点。" }
}
