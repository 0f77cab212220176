//! Names of the fields of records, and what speaks for a path to one.

use crate::core::connection::DateForm;
use crate::core::model::Lang;
use crate::core::preview::{FieldName, FieldSign};
use crate::i18n::messages;
use crate::platform::number_text;

messages! {
    id { "Id" "编号" }
    touchpoint { "Touchpoint" "触点" }
    submitted_at { "When it was given" "反馈时间" }
    segment { "Segment" "客群" }
    channel { "Channel" "渠道" }
    team { "Team" "团队" }
    comment { "Comment" "留言" }
    period { "Day or month" "日或月" }
    responses { "Responses it stands for" "所代表的反馈数" }
    question { "Question" "问题" }
    value { "Value" "值" }
    count { "Times given" "次数" }
    heart { "Heart" "五心" }
    name_field { "Name" "名称" }
    unit { "Unit" "单位" }
    direction { "Which way is better" "方向" }
    baseline { "Baseline" "基线" }
    target { "Target" "目标" }
    zero { "Value that scores 0" "0分对应的值" }
    hundred { "Value that scores 100" "100分对应的值" }
    weight { "Weight" "权重" }
    source { "Source" "来源" }
    readings { "Readings" "读数" }
    stages { "Stages" "阶段" }
    touchpoints { "Touchpoints" "触点列表" }
    personas { "Personas" "客户画像" }
    standards { "Standards" "服务标准" }
    risks { "Risks" "风险" }
    scenario { "Scenario" "情境" }
    hearts { "Hearts it relies on" "所依赖的五心" }
    pains { "Pains" "痛点" }
    opportunities { "Opportunities" "机会点" }
    importance { "Importance" "重要性" }
    assumed_emotion { "Assumed emotion" "假设情绪" }
    moment_of_truth { "Moment of truth" "关键时刻" }

    answer_to(question) { "Answer: {question}" "答案：{question}" }
    counts_of(question) { "Counts: {question}" "计数：{question}" }
    inside(outer, inner) { "{outer}: {inner}" "{outer}：{inner}" }

    goes_by(name) { "called {name}" "名为 {name}" }
    known_touchpoints(known, of) { "{known} of {of} are known touchpoints" "{of}个中有{known}个是已知触点" }
    known_questions(known, of) { "{known} of {of} are known questions" "{of}个中有{known}个是已知问题" }
    dates { "dates" "日期" }
    epoch_seconds { "seconds since 1970" "秒级时间戳" }
    epoch_millis { "milliseconds since 1970" "毫秒级时间戳" }
    months_or_days { "months or days" "月份或日期" }
    whole(from, to) { "whole numbers {from} to {to}" "{from}至{to}的整数" }
    words(known, of) { "{known} of {of} words are known" "{of}个词中认得{known}个" }
    few_texts(n) { "{n} different texts" "{n}种取值" }
    long_texts { "long texts" "较长的文字" }
    different { "all different" "互不相同" }
    lists { "a list in each row" "每行一个列表" }
    every_row { "the same in every row" "每行相同" }
    seldom(percent) { "in {percent}% of rows only" "仅{percent}%的行有值" }
}

/// The name of a field as a reader knows it; one that has none of its own goes by what the document calls it.
pub fn name(field: &FieldName, lang: Lang) -> String {
    match field.names() {
        [list, question] if list == "answers" => answer_to(lang, question),
        [list, question] if list == "counts" => counts_of(lang, question),
        names => {
            let names: Vec<String> = names.iter().map(|name| own_name(name, lang)).collect();
            let joined =
                names.into_iter().reduce(|outer, inner| self::inside(lang, &outer, &inner));
            joined.unwrap_or_default()
        }
    }
}

type Text = fn(Lang) -> &'static str;

/// What fields are called, by their names in a document.
const NAMES: [(&str, Text); 35] = [
    ("id", id),
    ("touchpoint", touchpoint),
    ("submitted_at", submitted_at),
    ("segment", segment),
    ("channel", channel),
    ("team", team),
    ("comment", comment),
    ("period", period),
    ("responses", responses),
    ("question", question),
    ("value", value),
    ("count", count),
    ("heart", heart),
    ("name", name_field),
    ("unit", unit),
    ("direction", direction),
    ("baseline", baseline),
    ("target", target),
    ("zero", zero),
    ("hundred", hundred),
    ("weight", weight),
    ("source", source),
    ("readings", readings),
    ("stages", stages),
    ("touchpoints", touchpoints),
    ("personas", personas),
    ("standards", standards),
    ("risks", risks),
    ("scenario", scenario),
    ("hearts", hearts),
    ("pains", pains),
    ("opportunities", opportunities),
    ("importance", importance),
    ("assumed_emotion", assumed_emotion),
    ("moment_of_truth", moment_of_truth),
];

fn own_name(name: &str, lang: Lang) -> String {
    let known = NAMES.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| name.replace('_', " "), |(_, text)| text(lang).to_owned())
}

/// What speaks for a path, or against it.
pub fn signs(signs: &[FieldSign], lang: Lang) -> String {
    let separator = if lang == Lang::Zh { "，" } else { ", " };
    signs.iter().map(|sign| self::sign(sign, lang)).collect::<Vec<_>>().join(separator)
}

fn sign(sign: &FieldSign, lang: Lang) -> String {
    match sign {
        FieldSign::Name(name) => goes_by(lang, name),
        FieldSign::KnownTouchpoints { known, of } => {
            known_touchpoints(lang, &known.to_string(), &of.to_string())
        }
        FieldSign::KnownQuestions { known, of } => {
            known_questions(lang, &known.to_string(), &of.to_string())
        }
        FieldSign::Dates(DateForm::EpochSeconds) => epoch_seconds(lang).to_owned(),
        FieldSign::Dates(DateForm::EpochMillis) => epoch_millis(lang).to_owned(),
        FieldSign::Dates(DateForm::Auto) => dates(lang).to_owned(),
        FieldSign::Periods => months_or_days(lang).to_owned(),
        FieldSign::Whole { from, to } => {
            whole(lang, &number_text(*from, 0, lang), &number_text(*to, 0, lang))
        }
        FieldSign::Words { known, of } => words(lang, &known.to_string(), &of.to_string()),
        FieldSign::FewTexts(count) => few_texts(lang, &count.to_string()),
        FieldSign::LongTexts => long_texts(lang).to_owned(),
        FieldSign::Different => different(lang).to_owned(),
        FieldSign::Lists => lists(lang).to_owned(),
        FieldSign::Seldom(percent) => seldom(lang, &percent.to_string()),
        FieldSign::EveryRow => every_row(lang).to_owned(),
    }
}
