//! The indicators every workspace starts with.

use crate::core::model::Direction::{Higher, Lower};
use crate::core::model::{Direction, Goalposts, Heart, Indicator, IndicatorId, LocalText, Source};

/// A line of the catalogue: id, heart, English and Chinese name, unit, direction, target, the values
/// that score 0 and 100, weight.
type Line =
    (&'static str, Option<Heart>, [&'static str; 2], Unit, Direction, Option<f64>, (f64, f64), f64);

#[derive(Clone, Copy)]
enum Unit {
    Percent,
    Minutes,
    Points,
    OfFive,
    Count,
}

const CARE: Option<Heart> = Some(Heart::Care);
const PATIENCE: Option<Heart> = Some(Heart::Patience);
const ATTENTIVENESS: Option<Heart> = Some(Heart::Attentiveness);
const RESPONSIBILITY: Option<Heart> = Some(Heart::Responsibility);
const CONFIDENCE: Option<Heart> = Some(Heart::Confidence);

/// The twelve of the health index first, then those that are switched off (weight 0) and those only
/// the maturity ladder asks for, whose aims are the ladder's.
#[rustfmt::skip]
const LINES: [Line; 20] = [
    ("vip_care_coverage", CARE, ["VIP care coverage", "贵宾关怀覆盖率"], Unit::Percent, Higher, Some(100.0), (50.0, 100.0), 1.0),
    ("greeting_delivery", CARE, ["Greeting delivery", "问候送达率"], Unit::Percent, Higher, Some(98.0), (50.0, 100.0), 1.0),
    ("first_response", PATIENCE, ["First response time", "首次响应时长"], Unit::Minutes, Lower, Some(5.0), (60.0, 0.0), 1.0),
    ("solved_in_24h", PATIENCE, ["Complex issues solved in 24 h", "复杂问题24小时解决率"], Unit::Percent, Higher, Some(90.0), (40.0, 100.0), 1.0),
    ("repeat_enquiry", PATIENCE, ["Repeat enquiry in 30 days", "30天重复咨询率"], Unit::Percent, Lower, Some(15.0), (60.0, 0.0), 1.0),
    ("service_error", ATTENTIVENESS, ["Service error rate", "服务差错率"], Unit::Percent, Lower, Some(0.1), (5.0, 0.0), 1.0),
    ("special_needs_met", ATTENTIVENESS, ["Special needs met", "特殊需求满足率"], Unit::Percent, Higher, Some(95.0), (50.0, 100.0), 1.0),
    ("closed_with_verification", RESPONSIBILITY, ["Issues closed with verification", "问题核实闭环率"], Unit::Percent, Higher, Some(100.0), (50.0, 100.0), 1.0),
    ("proactive_ownership", RESPONSIBILITY, ["Proactive ownership", "主动担责率"], Unit::Percent, Higher, Some(30.0), (0.0, 60.0), 1.0),
    ("skill_certification", CONFIDENCE, ["Skill certification", "技能认证率"], Unit::Percent, Higher, Some(100.0), (40.0, 100.0), 1.0),
    ("csat", None, ["Customer satisfaction", "客户满意度"], Unit::Percent, Higher, Some(88.0), (50.0, 100.0), 1.0),
    ("nps", None, ["Net promoter score", "净推荐值"], Unit::Points, Higher, Some(45.0), (-50.0, 80.0), 1.0),
    ("enps", CONFIDENCE, ["Employee net promoter score", "员工净推荐值"], Unit::Points, Higher, None, (-50.0, 80.0), 0.0),
    ("customer_trust", CONFIDENCE, ["Customer trust", "客户信任度"], Unit::OfFive, Higher, Some(4.5), (1.0, 5.0), 0.0),
    ("staff_confidence", CONFIDENCE, ["Staff confidence", "员工信心"], Unit::OfFive, Higher, Some(4.2), (1.0, 5.0), 0.0),
    ("awareness", None, ["Standard awareness", "标准知晓率"], Unit::Percent, Higher, None, (0.0, 100.0), 0.0),
    ("behaviour_rate", None, ["Five-heart behaviour rate", "五心行为达标率"], Unit::Percent, Higher, Some(85.0), (0.0, 100.0), 0.0),
    ("brand_premium", None, ["Brand premium", "品牌溢价"], Unit::Percent, Higher, None, (0.0, 30.0), 0.0),
    ("benchmark_cases", None, ["Benchmark cases", "标杆案例"], Unit::Count, Higher, None, (0.0, 3.0), 0.0),
    ("adopted_outside", None, ["Standard adopted outside", "标准被外部采用"], Unit::Count, Higher, None, (0.0, 1.0), 0.0),
];

/// The default indicators, without readings: twelve in the health index, the rest switched off.
/// CSAT and NPS are taken from the responses.
///
/// # Example
/// ```
/// use heartline::core::hearts::catalogue;
/// let counted = catalogue().into_iter().filter(|indicator| indicator.weight > 0.0);
/// assert_eq!(counted.count(), 12);
/// ```
pub fn catalogue() -> Vec<Indicator> {
    LINES.iter().map(indicator).collect()
}

fn indicator(line: &Line) -> Indicator {
    let (id, heart, [en, zh], unit, direction, target, (zero, hundred), weight) = *line;
    Indicator {
        heart,
        name: LocalText::default().with("en", en).with("zh-CN", zh),
        unit: unit_text(unit),
        direction,
        target,
        goalposts: Some(Goalposts { zero, hundred }),
        weight,
        source: match id {
            "csat" => Source::Csat,
            "nps" => Source::Nps,
            _ => Source::Readings,
        },
        behaviour_rate: id == "behaviour_rate",
        ..Indicator::unknown(IndicatorId::new(id))
    }
}

fn unit_text(unit: Unit) -> LocalText {
    let (en, zh) = match unit {
        Unit::Percent => ("%", "%"),
        Unit::Minutes => (" min", " 分钟"),
        Unit::Points => ("", ""),
        Unit::OfFive => (" / 5", " / 5"),
        Unit::Count => ("", ""),
    };
    LocalText::default().with("en", en).with("zh-CN", zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_count_and_every_heart_has_its_share() {
        let catalogue = catalogue();
        let counted: Vec<_> = catalogue.iter().filter(|i| i.weight > 0.0).collect();
        assert_eq!(counted.len(), 12);
        for heart in Heart::ALL {
            assert!(counted.iter().any(|i| i.heart == Some(heart)), "{heart:?}");
        }
    }

    #[test]
    fn goalposts_agree_with_the_direction() {
        for indicator in catalogue() {
            let goalposts = indicator.goalposts.expect("goalposts");
            let higher = goalposts.hundred > goalposts.zero;
            assert_eq!(higher, indicator.direction == Higher, "{}", indicator.id);
        }
    }
}
