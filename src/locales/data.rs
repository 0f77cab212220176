//! Texts of the page on what was read.

use crate::core::model::Lang;
use crate::core::workspace::Phase;
use crate::i18n::messages;

messages! {
    title { "Data" "数据" }
    about { "What was read, and what was wrong with it." "读到了什么，哪里有问题。" }
    feeds { "Feeds" "数据来源" }
    feed { "Feed" "来源" }
    state { "State" "状态" }
    rows { "Rows" "行数" }
    bytes { "Size" "大小" }
    rows_lost { "Rows left out" "未计入的行" }
    values_lost { "Values left out" "未计入的值" }
    address { "Address" "地址" }
    waiting { "waiting" "等待" }
    reading { "reading" "读取中" }
    done { "read" "已读" }
    failed { "failed" "失败" }
    problems { "What was wrong" "问题" }
    no_problems { "Nothing was wrong with any row." "没有发现问题。" }
    problem { "Problem" "问题" }
    field { "Field" "字段" }
    count { "Times" "次数" }
    what_to_do { "What to do" "处理办法" }
    forget { "Forget the key" "忘记密钥" }
    forgotten { "Forgotten. What was read stays until the page is closed." "已忘记。已读取的内容保留到关闭页面为止。" }
    row { "Row" "行" }
    value { "Value" "值" }
    show { "Show" "显示" }
    all_problems { "all problems" "全部问题" }
    reason_times(what, n) { "{what} ({n})" "{what}（{n}）" }
    download { "Download as CSV" "下载 CSV" }
    row_since(row, time) { "{row}, of what was new since {time}" "{row}（{time}起的新增内容）" }
    resumed(new, time, known) { "{new} rows new since {time}; {known} more had been read before." "{time}起新增{new}行；另有{known}行此前已读。" }
    older { "What is here is older: the latest refresh failed." "此处为较早内容：最近一次刷新失败。" }
    partial(rows) { "The {rows} rows that came count." "已读到的{rows}行有效。" }
    pages(n) { "Pages read: {n}." "已读{n}页。" }
    page(n) { "Page {n}." "第{n}页。" }
    page_of_rows(n, rows) { "Page {n}; {rows} rows in all." "第{n}页，共{rows}行。" }
    first_problems(n) { "The first {n}, with their rows" "前{n}处，附行号" }
    whole_row { "the whole row" "整行" }
    totals(journeys, touchpoints, cells) { "{journeys} journeys, {touchpoints} touchpoints, {cells} cells in the tally." "{journeys}个旅程，{touchpoints}个触点，汇总表{cells}格。" }
    span(from, to) { "Responses from {from} to {to}." "反馈自{from}至{to}。" }
}

/// The name of where a reading stands.
pub fn phase(phase: &Phase, lang: Lang) -> &'static str {
    match phase {
        Phase::Waiting => waiting(lang),
        Phase::Reading => reading(lang),
        Phase::Done => done(lang),
        Phase::Failed(_) => failed(lang),
    }
}
