//! What fields are called elsewhere, in English and Chinese: data, best known first.

use crate::core::model::{Heart, Role};
use crate::core::preview::FieldName;

/// Words for fields, by the field's last name or, where that says too little, by all of them. They are written as
/// [`normal`] writes names.
const FIELDS: &[(&str, &[&str])] = &[
    ("id", &["id", "uuid", "key", "response id", "ref", "reference", "token", "编号", "序号"]),
    (
        "touchpoint",
        &[
            "touchpoint",
            "touchpoint id",
            "touch point",
            "contact point",
            "step",
            "location",
            "location id",
            "place",
            "where",
            "page",
            "survey",
            "survey id",
            "form id",
            "event",
            "触点",
            "接触点",
            "环节",
            "场景",
        ],
    ),
    (
        "submitted_at",
        &[
            "submitted at",
            "submitted",
            "submit date",
            "completed at",
            "completed",
            "created at",
            "created",
            "answered at",
            "responded at",
            "response date",
            "recorded date",
            "recorded at",
            "create time",
            "timestamp",
            "date",
            "time",
            "when",
            "at",
            "ts",
            "updated at",
            "提交时间",
            "填写时间",
            "答题时间",
            "创建时间",
            "评价时间",
            "日期",
            "时间",
        ],
    ),
    (
        "segment",
        &[
            "segment",
            "customer type",
            "customer segment",
            "customer group",
            "who",
            "persona",
            "tier",
            "level",
            "membership",
            "plan",
            "category",
            "kind",
            "type",
            "客群",
            "客户类型",
            "客户群",
            "会员等级",
            "类别",
        ],
    ),
    (
        "channel",
        &[
            "channel",
            "source",
            "medium",
            "via",
            "device",
            "platform",
            "survey method",
            "渠道",
            "来源",
            "方式",
            "平台",
        ],
    ),
    (
        "team",
        &[
            "team",
            "department",
            "branch",
            "store",
            "shop",
            "group",
            "agent",
            "employee",
            "staff",
            "region",
            "office",
            "hotel",
            "团队",
            "班组",
            "部门",
            "门店",
            "网点",
            "区域",
            "员工",
        ],
    ),
    (
        "comment",
        &[
            "comment",
            "comments",
            "feedback",
            "remark",
            "note",
            "notes",
            "reason",
            "message",
            "text",
            "verbatim",
            "suggestion",
            "open text",
            "why",
            "评论",
            "意见",
            "建议",
            "留言",
            "原因",
            "备注",
            "评价内容",
        ],
    ),
    (
        "period",
        &["period", "month", "day", "date", "week", "time", "bucket", "月份", "日期", "周期", "月"],
    ),
    ("responses", &["responses", "respondents", "total", "n", "样本量", "人数"]),
    ("question", &["question", "question id", "q", "metric", "measure", "问题", "题目", "指标"]),
    ("value", &["value", "answer", "score", "rating", "v", "分数", "评分", "数值", "值"]),
    ("count", &["count", "n", "num", "cnt", "number", "times", "c", "数量", "次数", "人数"]),
    ("name", &["name", "title", "label", "名称", "标题"]),
    ("scenario", &["scenario", "situation", "context", "场景", "情境"]),
    ("description", &["description", "about", "summary", "描述", "说明"]),
    ("action", &["action", "customer action", "doing", "行动", "客户行为", "行为"]),
    ("thought", &["thought", "quote", "thinking", "says", "想法", "客户心声"]),
    ("backstage", &["backstage", "back stage", "后台", "后台行动"]),
    ("support", &["support", "support system", "system", "systems", "支持系统", "系统"]),
    ("responsible", &["responsible", "owner", "raci r", "负责人", "执行人", "责任人"]),
    ("accountable", &["accountable", "raci a", "问责人"]),
    ("consulted", &["consulted", "raci c", "咨询"]),
    ("informed", &["informed", "raci i", "知会"]),
    ("hearts", &["hearts", "heart", "五心", "心"]),
    ("pains", &["pains", "pain points", "pain", "痛点"]),
    ("opportunities", &["opportunities", "opportunity", "ideas", "机会", "机会点"]),
    ("as_is", &["as is", "current", "现状"]),
    ("to_be", &["to be", "future", "目标状态"]),
    ("moment_of_truth", &["moment of truth", "mot", "critical", "关键时刻"]),
    ("assumed_emotion", &["assumed emotion", "emotion", "feeling", "mood", "情绪", "情感"]),
    ("importance", &["importance", "priority", "重要性", "重要度"]),
    ("nps_benchmark", &["nps benchmark", "benchmark", "nps target", "基准"]),
    ("evidence", &["evidence", "证据"]),
    ("sub_journey", &["sub journey", "child journey", "子旅程"]),
    ("scene", &["scene", "场景"]),
    ("behaviour", &["behaviour", "behavior", "行为"]),
    ("effect", &["effect", "效果"]),
    ("severity", &["severity", "sev", "s", "严重度"]),
    ("occurrence", &["occurrence", "frequency", "o", "发生度", "频度"]),
    ("detection", &["detection", "d", "探测度"]),
    ("heart", &["heart", "心", "五心"]),
    ("unit", &["unit", "单位"]),
    ("direction", &["direction", "polarity", "方向"]),
    ("baseline", &["baseline", "base", "基线", "基准值"]),
    ("target", &["target", "goal", "目标", "目标值"]),
    ("zero", &["zero", "min", "worst", "下限"]),
    ("hundred", &["hundred", "max", "best", "上限"]),
    ("weight", &["weight", "权重"]),
    ("source", &["source", "来源"]),
    ("behaviour_rate", &["behaviour rate", "behavior rate", "行为达标"]),
    ("personas", &["personas", "persona", "画像", "客户画像"]),
    ("stages", &["stages", "stage", "phases", "steps", "columns", "阶段"]),
    (
        "touchpoints",
        &[
            "touchpoints",
            "touchpoint",
            "touch points",
            "steps",
            "cells",
            "items",
            "cards",
            "触点",
            "接触点",
        ],
    ),
    ("standards", &["standards", "standard", "标准", "服务标准"]),
    ("risks", &["risks", "risk", "failure modes", "风险"]),
    ("readings", &["readings", "values", "series", "history", "data", "points", "读数", "数据"]),
];

/// Words for fields of rows that repeat what they belong to.
const REPEATED: &[(&str, &[&str])] = &[
    ("id", &["journey", "journey id", "旅程", "旅程编号"]),
    ("name", &["journey", "journey name", "旅程名称"]),
    ("stages.id", &["stage", "stage id", "phase", "阶段", "阶段编号"]),
    ("stages.name", &["stage", "stage name", "phase name", "阶段", "阶段名称"]),
    ("stages.touchpoints.id", &["touchpoint", "touchpoint id", "step id", "触点", "触点编号"]),
    ("stages.touchpoints.name", &["touchpoint", "touchpoint name", "step name", "触点名称"]),
    ("readings.period", &["period", "month", "date", "月份", "日期"]),
    ("readings.value", &["value", "reading", "数值", "值"]),
];

/// What a field is called. `is_repeated` says that the rows it is in are no rows of their own.
pub(super) fn field_words(field: &FieldName, is_repeated: bool) -> Vec<&'static str> {
    let full = field.to_string();
    let list = |table: &'static [(&str, &'static [&str])], name: &str| {
        let found = table.iter().find(|(known, _)| *known == name);
        found.map(|(_, words)| *words).unwrap_or_default()
    };
    let own = if is_repeated && field.names().len() > 1 && !list(REPEATED, &full).is_empty() {
        &[]
    } else {
        list(FIELDS, field.last())
    };
    own.iter().chain(list(REPEATED, &full)).copied().collect()
}

/// What questions of a role are called.
pub(super) fn role_words(role: Role) -> &'static [&'static str] {
    match role {
        Role::Nps => &[
            "nps",
            "recommend",
            "likely to recommend",
            "would you recommend",
            "net promoter",
            "推荐",
            "推荐意愿",
        ],
        Role::Csat => &[
            "csat",
            "satisfaction",
            "satisfied",
            "overall satisfaction",
            "sat",
            "rating",
            "stars",
            "满意",
            "满意度",
            "评分",
        ],
        Role::Ces => &["ces", "effort", "easy", "ease", "费力", "省力", "容易", "轻松"],
        Role::Heart(heart) => heart_words(heart),
    }
}

fn heart_words(heart: Heart) -> &'static [&'static str] {
    match heart {
        Heart::Care => &["care", "caring", "empathy", "friendly", "kind", "爱心", "关怀", "关心"],
        Heart::Patience => &["patience", "patient", "listened", "耐心", "倾听"],
        Heart::Attentiveness => {
            &["attentiveness", "attentive", "detail", "accuracy", "accurate", "细心", "细致"]
        }
        Heart::Responsibility => &[
            "responsibility",
            "responsible",
            "ownership",
            "solved",
            "resolved",
            "责任",
            "责任心",
            "负责",
        ],
        Heart::Confidence => &["confidence", "confident", "trust", "reliable", "信心", "信任"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{
        IndicatorFields, JourneyFields, PersonaFields, ReadingFields, ResponseFields, RiskFields,
        StageFields, StandardFields, TallyFields, TouchpointFields,
    };
    use crate::core::preview::names::normal;

    #[test]
    fn every_field_has_words_and_every_word_is_normal() {
        let records = [
            JourneyFields::FIELDS,
            PersonaFields::FIELDS,
            StageFields::FIELDS,
            TouchpointFields::FIELDS,
            StandardFields::FIELDS,
            RiskFields::FIELDS,
            IndicatorFields::FIELDS,
            ReadingFields::FIELDS,
            ResponseFields::FIELDS,
            TallyFields::FIELDS,
            JourneyFields::LEVELS,
            StageFields::LEVELS,
            TouchpointFields::LEVELS,
            IndicatorFields::LEVELS,
        ];
        for field in records.into_iter().flatten() {
            let words = field_words(&FieldName::of(&[field]), false);
            assert!(words.contains(&normal(field).as_str()), "{field}");
        }
        let all = FIELDS.iter().chain(REPEATED).flat_map(|(_, words)| *words);
        assert!(all.copied().all(|word| normal(word) == word));
    }

    #[test]
    fn rows_that_repeat_what_they_belong_to_name_it() {
        let stage = FieldName::of(&["stages", "id"]);
        assert!(
            field_words(&stage, true).contains(&"stage")
                && !field_words(&stage, true).contains(&"id")
        );
        assert!(field_words(&stage, false).contains(&"id"));
    }
}
