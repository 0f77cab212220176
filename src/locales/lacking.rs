//! What a connection may lack, and what is not drawn then.

use super::{faults, names};
use crate::core::model::{Lang, Role};
use crate::core::preview::{Lack, View};
use crate::i18n::messages;

messages! {
    no_feed(feed) { "No feed of {feed}." "没有{feed}数据。" }
    no_feedback { "No responses and no counts." "没有反馈，也没有计数。" }
    no_rows(feed) { "{feed}: no rows." "{feed}：没有数据行。" }
    no_usable_rows(feed) { "{feed}: no row that can be used." "{feed}：没有可用的数据行。" }
    no_touchpoint(feed) { "{feed}: no touchpoint." "{feed}：没有触点。" }
    strange_touchpoints(feed) { "{feed}: most touchpoints are in no journey." "{feed}：多数触点不在任何旅程中。" }
    no_date(feed) { "{feed}: no date that can be read." "{feed}：没有可读的日期。" }
    no_answers { "No answer to any question." "没有任何问题的答案。" }
    no_role(what) { "No answers about {what}." "没有{what}的答案。" }
    no_question(id) { "The question {id} is none of the workspace's." "工作区里没有问题 {id}。" }
    no_comments { "No comments." "没有留言。" }
    no_dimension(what) { "Nothing to tell {what} apart by." "没有可用于区分{what}的字段。" }
    no_touchpoints { "The journeys have no touchpoints." "旅程没有触点。" }
    no_hearts { "The touchpoints do not say which hearts they rely on." "触点没有说明依赖哪些心。" }
    no_importance { "The touchpoints do not say how much they matter; importance can still be derived." "触点没有重要性；仍可由数据推算。" }
    no_risks { "The touchpoints do not say how they may fail." "触点没有说明可能的风险。" }
    no_readings { "The indicators have no values." "指标没有数值。" }
    no_surveys { "No survey is described in config.json." "config.json 中没有配置问卷。" }
    silent_survey(id) { "Nobody has answered the survey {id}." "还没有人回答问卷 {id}。" }

    overview { "overview" "总览" }
    map { "journey map" "旅程地图" }
    curve { "emotion curve" "情绪曲线" }
    heat { "heat map" "热力图" }
    priorities { "priority matrix" "优先级矩阵" }
    risks { "risk matrix" "风险矩阵" }
    hearts { "five hearts" "五心" }
    health { "health index" "健康度指数" }
    responses { "responses" "反馈" }
    comments { "comments" "留言" }
    compare { "comparison" "对比" }
    surveys { "surveys" "问卷" }
}

/// What is missing, in a sentence.
pub fn lack(lack: &Lack, lang: Lang) -> String {
    let feed = |kind| faults::feed(kind, lang);
    match lack {
        Lack::Feed(kind) => no_feed(lang, feed(*kind)),
        Lack::Feedback => no_feedback(lang).to_owned(),
        Lack::Rows(kind) => no_rows(lang, feed(*kind)),
        Lack::UsableRows(kind) => no_usable_rows(lang, feed(*kind)),
        Lack::Touchpoint(kind) => no_touchpoint(lang, feed(*kind)),
        Lack::KnownTouchpoints(kind) => strange_touchpoints(lang, feed(*kind)),
        Lack::Date(kind) => no_date(lang, feed(*kind)),
        Lack::Answers => no_answers(lang).to_owned(),
        Lack::Role(role) => no_role(lang, role_name(*role, lang)),
        Lack::Question(id) => no_question(lang, id),
        Lack::Comments => no_comments(lang).to_owned(),
        Lack::Dimension(dimension) => no_dimension(lang, names::dimension(*dimension, lang)),
        Lack::Touchpoints => no_touchpoints(lang).to_owned(),
        Lack::TouchpointHearts => no_hearts(lang).to_owned(),
        Lack::Importance => no_importance(lang).to_owned(),
        Lack::Risks => no_risks(lang).to_owned(),
        Lack::Readings => no_readings(lang).to_owned(),
        Lack::Surveys => no_surveys(lang).to_owned(),
        Lack::Survey(id) => silent_survey(lang, id.as_str()),
    }
}

fn role_name(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Nps => names::nps(lang),
        Role::Csat => names::csat(lang),
        Role::Ces => names::ces(lang),
        Role::Heart(heart) => names::heart(heart, lang),
    }
}

/// What is drawn.
pub fn view(view: View, lang: Lang) -> &'static str {
    match view {
        View::Overview => overview(lang),
        View::Map => map(lang),
        View::Curve => curve(lang),
        View::Heat => heat(lang),
        View::Priorities => priorities(lang),
        View::Risks => risks(lang),
        View::Hearts => hearts(lang),
        View::Health => health(lang),
        View::Responses => responses(lang),
        View::Comments => comments(lang),
        View::Compare => compare(lang),
        View::Surveys => surveys(lang),
    }
}
