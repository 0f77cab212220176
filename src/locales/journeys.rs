//! Texts of the list of journeys.

use crate::i18n::messages;

messages! {
    title { "Journeys" "旅程" }
    none { "There are no journeys yet" "还没有旅程" }
    none_hint { "The connection gives none. Check the journeys feed under Data." "数据连接没有给出旅程。请在“数据”页检查旅程数据。" }
    touchpoints[n] { "1 touchpoint" | "{n} touchpoints" "{n}个触点" }
    coldest { "Coldest" "最冷触点" }
    open_map { "Map" "地图" }
    curve_words(name) { "Emotion curve of {name}" "{name}的情绪曲线" }
}
