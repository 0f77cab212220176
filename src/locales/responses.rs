//! Texts of the responses page.

use crate::i18n::messages;

messages! {
    title { "Responses" "反馈" }
    touchpoint { "Touchpoint" "触点" }
    all_touchpoints { "All touchpoints" "全部触点" }
    distributions { "How each question was answered" "各题答复分布" }
    comments { "Comments" "留言" }
    comments_note(n, kept) { "The latest {n} of {kept} that are kept here and match" "此处保留且符合条件的{kept}条中最新的{n}条" }
    kept_note(n) { "The latest {n} comments of each touchpoint are kept." "每个触点保留最新{n}条留言。" }
    no_comments { "No comments in this period." "本时段没有留言。" }
    none_found(search) { "No comment here has “{search}” in it." "此处没有含“{search}”的留言。" }
    search { "Find in comments" "在留言中查找" }
    find { "Find" "查找" }
    none { "No responses match" "没有符合条件的反馈" }
    none_hint { "Widen the period or clear a filter." "请放宽时段或清除筛选。" }
    n_answers[n] { "1 answer" | "{n} answers" "{n}个答复" }
    n_missing(n) { "{n} without an answer" "{n}个未答" }
    n_invalid(n) { "{n} off the scale or no number, left out" "{n}个超出量表或不是数字，未计入" }
}
