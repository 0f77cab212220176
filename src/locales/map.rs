//! Texts of the journey map and of a touchpoint's details.

use crate::core::model::Lang;
use crate::core::scene::Fact;
use crate::i18n::messages;

messages! {
    heat_map { "Heat map" "热力图" }
    map { "Map" "地图" }
    lanes { "Lanes" "泳道" }
    move_up(lane) { "Move {lane} up" "上移{lane}" }
    move_down(lane) { "Move {lane} down" "下移{lane}" }
    overlays { "Compare segments" "对比客群" }
    personas { "Personas" "人物画像" }
    overlay_hint { "Lays the segment's curve over the map" "在地图上叠加该客群的曲线" }
    zoom_in { "Zoom in" "放大" }
    zoom_out { "Zoom out" "缩小" }
    zoom_fit { "Whole journey" "显示全程" }
    emotion { "Emotion" "情绪曲线" }
    stage { "Stage" "阶段" }
    touchpoint { "Touchpoint" "触点" }
    measured { "Measured" "实测" }
    assumed { "Assumed" "设计假设" }
    interval { "95% interval" "95%区间" }
    moment_of_truth { "Moment of truth" "关键时刻" }
    missed { "missed" "缺失" }
    heart_missed(heart, value) { "{heart} missed: {value} of 100" "缺{heart}：{value}分（满分100）" }
    relies_on(heart) { "relies on {heart}" "依靠{heart}" }
    no_responses { "no responses" "无反馈" }
    overrated { "under what was assumed" "低于设计假设" }
    grid_words { "Journey map. Arrow keys move, Enter opens a touchpoint, plus and minus zoom." "旅程地图。方向键移动，回车打开触点，加减号缩放。" }
    details { "Touchpoint details" "触点详情" }
    empty { "This journey has no touchpoints yet" "这个旅程还没有触点" }
    empty_hint { "Add stages and touchpoints where the journeys come from." "请在数据源为旅程添加阶段和触点。" }
    waiting_scores { "Scores follow as responses are read" "读取反馈后显示分数" }
    very_negative { "−2" "−2" }
    very_positive { "+2" "+2" }

    fact_action { "Action" "客户行为" }
    fact_thought { "Thought" "心声" }
    fact_channel { "Channel" "渠道" }
    fact_backstage { "Backstage" "后台动作" }
    fact_support { "Support" "支持系统" }
    fact_responsible { "Responsible" "执行" }
    fact_accountable { "Accountable" "负责" }
    fact_consulted { "Consulted" "咨询" }
    fact_informed { "Informed" "知会" }
    fact_as_is { "As is" "现状" }
    fact_to_be { "To be" "目标" }
    standards { "Standards" "服务标准" }
    scene { "Scene" "场景" }
    behaviour { "Behaviour" "行为" }
    effect { "Effect" "效果" }
    hearts { "Hearts" "五心" }
    trend { "Satisfied, month by month" "逐月满意度" }
    distributions { "How each question was answered" "各题答复分布" }
    latest_comments { "Latest comments" "最新留言" }
    no_comments { "No comments in this period." "本时段没有留言。" }
    all_responses { "All responses to this touchpoint" "该触点的全部反馈" }
    importance { "Importance" "重要性" }
    benchmark(value) { "benchmark {value}" "基准{value}" }
    target(value) { "target {value}" "目标{value}" }
    target_word { "Target" "目标" }
    relied_on { "relied on" "所依靠" }
    evidence { "Evidence" "调研依据" }
}

/// The name of one thing said of a touchpoint.
pub fn fact(fact: Fact, lang: Lang) -> &'static str {
    match fact {
        Fact::Action => fact_action(lang),
        Fact::Thought => fact_thought(lang),
        Fact::Channel => fact_channel(lang),
        Fact::Backstage => fact_backstage(lang),
        Fact::Support => fact_support(lang),
        Fact::Responsible => fact_responsible(lang),
        Fact::Accountable => fact_accountable(lang),
        Fact::Consulted => fact_consulted(lang),
        Fact::Informed => fact_informed(lang),
        Fact::AsIs => fact_as_is(lang),
        Fact::ToBe => fact_to_be(lang),
    }
}
