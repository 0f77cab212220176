//! Texts of the heat map.

use crate::core::model::Lang;
use crate::core::query::HeatOrder;
use crate::i18n::messages;

messages! {
    title(journey) { "{journey}: heat map" "{journey}：热力图" }
    columns { "Columns" "列" }
    measure { "Measure" "指标" }
    order { "Order" "排序" }
    search { "Find a touchpoint" "查找触点" }
    by_journey { "As travelled" "按旅程" }
    by_name { "By name" "按名称" }
    by_coldest { "Coldest first" "最冷在前" }
    by_warmest { "Warmest first" "最暖在前" }
    by_column(name) { "Coldest in {name} first" "按{name}最冷在前" }
    all { "All" "合计" }
    grid_words { "Heat map. Arrow keys move, Enter opens the responses behind a cell; on a column's head it sorts." "热力图。方向键移动，回车查看该格的反馈；在列首按回车可排序。" }
    cold { "cold" "冷" }
    warm { "warm" "暖" }
    target_is(value) { "target {value}" "目标{value}" }
    left_out[n] { "1 touchpoint does not match the search" | "{n} touchpoints do not match the search" "{n}个触点不符合查找条件" }
    none { "No touchpoint matches" "没有符合条件的触点" }
    no_columns { "There is nothing to set against the touchpoints here: no response says its value." "没有可供对照的列：反馈中没有该维度的值。" }
    readout_hint { "Point at a cell or move to it to see its n and interval" "指向或移到某格可查看样本数和区间" }
    whole_period { "the whole period" "整个时段" }
}

/// The name of an order.
pub fn order_name(order: HeatOrder, lang: Lang) -> &'static str {
    match order {
        HeatOrder::Journey | HeatOrder::Column(_) => by_journey(lang),
        HeatOrder::Name => by_name(lang),
        HeatOrder::Coldest => by_coldest(lang),
        HeatOrder::Warmest => by_warmest(lang),
    }
}
