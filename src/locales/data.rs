//! Texts of the page on what was read.

use crate::core::model::Lang;
use crate::core::workspace::Phase;
use crate::i18n::messages;

messages! {
    title { "Data" "数据" }
    about { "What was read, and what was wrong with it." "读到了什么，哪里有问题。" }
    to_connections { "Connections" "数据连接" }
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
    device { "On this device" "在本设备上" }
    device_hint { "The page itself and the figures read last are kept by this browser, so that both open at once and without a network. Of single responses their comments are kept, and files that connections are made of." "本浏览器会保存页面本身和最近一次的统计结果，以便立即打开、断网可用。单条反馈中只保存意见，以及作为连接来源的文件。" }
    device_keeps(time) { "The figures read {time} are kept here." "已保存{time}读取的统计结果。" }
    device_empty { "No figures are kept here yet." "尚未保存统计结果。" }
    device_full { "The figures could not be kept: this device has no room for them. They will be read again when the page is next opened." "未能保存统计结果：设备空间不足。下次打开时将重新读取。" }
    device_denied { "The figures could not be kept: this browser keeps nothing for this site, as in a private window. They will be read again when the page is next opened." "未能保存统计结果：浏览器不允许本站保存数据（如隐私窗口）。下次打开时将重新读取。" }
    clear { "Clear this device" "清除本设备数据" }
    clear_sure { "Forget the figures, the keys, the choices and the page itself?" "确定清除统计结果、密钥、偏好设置和页面本身吗？" }
    clear_yes { "Clear" "清除" }
    clear_no { "Keep" "保留" }
    not_cleared { "The browser would not clear everything. Its own settings for this site can." "浏览器未能全部清除，可在浏览器的网站设置中清除。" }
    row { "Row" "行" }
    value { "Value" "值" }
    show { "Show" "显示" }
    all_problems { "all problems" "全部问题" }
    reason_times(what, n) { "{what} ({n})" "{what}（{n}）" }
    download { "Download as CSV" "下载 CSV" }
    row_since(row, time) { "{row}, of what was new since {time}" "{row}（{time}起的新增内容）" }
    resumed[new](time, known) { "1 row new since {time}; {known} more had been read before." | "{new} rows new since {time}; {known} more had been read before." "{time}起新增{new}行；另有{known}行此前已读。" }
    older { "What is here is older: the latest refresh failed." "此处为较早内容：最近一次刷新失败。" }
    partial[rows] { "The one row that came counts." | "The {rows} rows that came count." "已读到的{rows}行有效。" }
    pages(n) { "Pages read: {n}." "已读{n}页。" }
    page(n) { "Page {n}." "第{n}页。" }
    page_of_rows(n, rows) { "Page {n}; {rows} rows in all." "第{n}页，共{rows}行。" }
    first_problems[n] { "With its row" | "The first {n}, with their rows" "前{n}处，附行号" }
    whole_row { "the whole row" "整行" }
    totals(journeys, touchpoints, cells) { "{journeys}, {touchpoints}, {cells} in the tally." "{journeys}，{touchpoints}，汇总表{cells}。" }
    n_journeys[n] { "1 journey" | "{n} journeys" "{n}个旅程" }
    n_touchpoints[n] { "1 touchpoint" | "{n} touchpoints" "{n}个触点" }
    n_cells[n] { "1 cell" | "{n} cells" "{n}格" }
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
