//! Names of the field's things: hearts, measures, lanes, levels, colours.

use crate::core::hearts::{Colour, MaturityLevel};
use crate::core::model::{Dimension, Evidence, Heart, Lang, Role};
use crate::core::query::{HeatBy, Lane, Measure};
use crate::i18n::messages;

messages! {
    care { "Care" "爱心" }
    patience { "Patience" "耐心" }
    attentiveness { "Attentiveness" "细心" }
    responsibility { "Responsibility" "责任心" }
    confidence { "Confidence" "信心" }

    care_means { "empathy beyond the transaction" "超越交易的关怀" }
    patience_means { "listen whole, explain, follow up" "听完、讲清、跟进" }
    attentiveness_means { "details right, needs foreseen" "细节到位，想在前面" }
    responsibility_means { "own it, fix it, improve" "担起来、改到位" }
    confidence_means { "able and believing, feeds care again" "有能力也有底气，再生爱心" }

    csat { "Satisfied" "满意度" }
    nps { "NPS" "净推荐值" }
    ces { "Found it easy" "轻松度" }
    emotion { "Emotion" "情绪值" }

    segment { "Segment" "客群" }
    channel { "Channel" "渠道" }
    team { "Team" "团队" }
    month { "Month" "月份" }
    hearts { "Hearts" "五心" }

    action { "Action" "客户行为" }
    thought { "Thought" "心声" }
    lane_channel { "Channel" "触点渠道" }
    backstage { "Backstage" "后台动作" }
    support { "Support" "支持系统" }
    owner { "Owner" "责任人" }
    pains { "Pains" "痛点" }
    opportunities { "Opportunities" "机会点" }

    red { "Red" "红色" }
    yellow { "Yellow" "黄色" }
    blue { "Blue" "蓝色" }

    initial { "Initial" "初始级" }
    defined { "Defined" "规范级" }
    stable { "Stable" "稳定级" }
    optimising { "Optimising" "优化级" }
    leading { "Leading" "引领级" }

    evidence_none { "Assumed" "仅为假设" }
    evidence_partial { "Partly researched" "部分调研" }
    evidence_researched { "Researched" "已调研" }
}

/// A heart's name.
pub fn heart(heart: Heart, lang: Lang) -> &'static str {
    [care, patience, attentiveness, responsibility, confidence][heart.index()](lang)
}

/// What a heart means, in a few words.
pub fn heart_means(heart: Heart, lang: Lang) -> &'static str {
    [care_means, patience_means, attentiveness_means, responsibility_means, confidence_means]
        [heart.index()](lang)
}

/// A measure's name.
pub fn measure(measure: Measure, lang: Lang) -> &'static str {
    match measure {
        Measure::Csat => csat(lang),
        Measure::Nps => nps(lang),
        Measure::Ces => ces(lang),
        Measure::Emotion => emotion(lang),
        Measure::Heart(which) => heart(which, lang),
    }
}

/// The name of what a question measures.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Nps => nps(lang),
        Role::Csat => csat(lang),
        Role::Ces => ces(lang),
        Role::Heart(which) => heart(which, lang),
    }
}

/// A dimension's name.
pub fn dimension(dimension: Dimension, lang: Lang) -> &'static str {
    [segment, channel, team][dimension.index()](lang)
}

/// The name of what a heat map's columns are.
pub fn heat_by(by: HeatBy, lang: Lang) -> &'static str {
    match by {
        HeatBy::Heart => hearts(lang),
        HeatBy::Month => month(lang),
        HeatBy::Dimension(which) => dimension(which, lang),
    }
}

/// A lane's name.
pub fn lane(lane: Lane, lang: Lang) -> &'static str {
    match lane {
        Lane::Action => action(lang),
        Lane::Thought => thought(lang),
        Lane::Channel => lane_channel(lang),
        Lane::Backstage => backstage(lang),
        Lane::Support => support(lang),
        Lane::Owner => owner(lang),
        Lane::Hearts => hearts(lang),
        Lane::Pains => pains(lang),
        Lane::Opportunities => opportunities(lang),
    }
}

/// An alert colour's name.
pub fn colour(colour: Colour, lang: Lang) -> &'static str {
    match colour {
        Colour::Red => red(lang),
        Colour::Yellow => yellow(lang),
        Colour::Blue => blue(lang),
    }
}

/// A maturity level's name.
pub fn level(level: MaturityLevel, lang: Lang) -> &'static str {
    match level {
        MaturityLevel::Initial => initial(lang),
        MaturityLevel::Defined => defined(lang),
        MaturityLevel::Stable => stable(lang),
        MaturityLevel::Optimising => optimising(lang),
        MaturityLevel::Leading => leading(lang),
    }
}

/// How well researched something is.
pub fn evidence(evidence: Evidence, lang: Lang) -> &'static str {
    match evidence {
        Evidence::None => evidence_none(lang),
        Evidence::Partial => evidence_partial(lang),
        Evidence::Researched => evidence_researched(lang),
    }
}
