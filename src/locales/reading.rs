//! How the reading goes.

use crate::core::model::Lang;
use crate::i18n::messages;
use crate::protocol::Stand;

messages! {
    reading(n) { "Reading responses: {n}" "正在读取反馈：{n}条" }
    refreshing(n) { "Reading again: {n}" "正在重新读取：{n}条" }
    resuming(n) { "Reading what is new: {n}" "正在读取新增：{n}条" }
    share(percent) { "{percent}%" "{percent}%" }
    paused_429(n) { "Too many requests; tries again in {n} s" "请求过于频繁，{n}秒后重试" }
    paused_code(code, n) { "The API is not ready ({code}); tries again in {n} s" "接口暂不可用（{code}），{n}秒后重试" }
    paused(n) { "No answer came; tries again in {n} s" "没有收到回应，{n}秒后重试" }
    page(n) { "page {n}" "第{n}页" }
    rows_a_second(n) { "{n} rows/s" "每秒{n}行" }
    size_a_second(size) { "{size}/s" "每秒{size}" }
    kilobytes(n) { "{n} KB" "{n} KB" }
    megabytes(n) { "{n} MB" "{n} MB" }
    seconds_left(n) { "about {n} s left" "约剩{n}秒" }
    minutes_left(n) { "about {n} min left" "约剩{n}分钟" }
    refresh { "Refresh" "刷新" }
    read_all { "Read everything again" "全部重新读取" }
    read_all_hint { "A refresh asks only for what is new. Responses that were corrected or deleted, or that came in very late, are seen when everything is read again." "刷新只读取新增内容。被更正、删除或很晚才补录的反馈，要在全部重新读取后才会体现。" }
    stop { "Stop reading" "停止读取" }
    read_at(time) { "Read {time}" "读取于{time}" }
    partial[n] { "Not whole: 1 row read" | "Not whole: {n} rows read" "未读完：已读{n}行" }
    begun { "The data are being read." "正在读取数据。" }
    begun_again { "The data are being read again." "正在重新读取数据。" }
    whole { "The data have been read." "数据已读完。" }
}

/// What one is told who cannot see the reading go on; failures are told by themselves.
pub fn stand(stand: Stand, lang: Lang) -> &'static str {
    match stand {
        Stand::Reading => begun(lang),
        Stand::Refreshing => begun_again(lang),
        Stand::Whole => whole(lang),
        Stand::Ended => "",
    }
}
