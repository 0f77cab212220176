//! The surveys a deployment asks: which questions belong together, and how.

use super::ConfigError;
use super::config::{Fault, Kind};
use super::node::{Node, Written, word};
use crate::core::index::WANTED_ALPHA;
use crate::core::model::{
    Feature, ItemScale, QualityDimension, QualityItem, QualitySurvey, QuestionId, Scale, ScaleItem,
    Survey, SurveyId, SurveyKind,
};

/// How a survey is made, as `kind` names it.
#[derive(Clone, Copy)]
enum Made {
    Servqual,
    Servperf,
    Kano,
    Scale,
}

const KINDS: [(&str, Made); 4] = [
    ("servqual", Made::Servqual),
    ("servperf", Made::Servperf),
    ("kano", Made::Kano),
    ("scale", Made::Scale),
];

/// Reads `surveys`, of which each has an id of its own.
pub(super) fn surveys(node: &Node) -> Result<Vec<Survey>, ConfigError> {
    let Some(list) = node.get("surveys") else { return Ok(Vec::new()) };
    let mut surveys: Vec<Survey> = Vec::new();
    for written in list.elements()? {
        let survey = Survey::read(&written)?;
        if surveys.iter().any(|known| known.id == survey.id) {
            return Err(written.member("id").wrong(Fault::Duplicate));
        }
        surveys.push(survey);
    }
    Ok(surveys)
}

impl Written for Survey {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let made = node.get("kind").ok_or_else(|| node.member("kind").wrong(Fault::Missing))?;
        Ok(Self {
            kind: kind(node, word(&made, &KINDS)?)?,
            id: SurveyId::new(node.required::<String>("id")?),
            name: node.required("name")?,
        })
    }
}

fn kind(node: &Node, made: Made) -> Result<SurveyKind, ConfigError> {
    let own: &[&str] = match made {
        Made::Servqual | Made::Servperf => &["scale", "wanted_alpha", "dimensions"],
        Made::Kano => &["features"],
        Made::Scale => &["scale", "wanted_alpha", "items"],
    };
    node.members(&[&["id", "kind", "name"], own].concat())?;
    Ok(match made {
        Made::Servqual => SurveyKind::Quality(quality(node, true)?),
        Made::Servperf => SurveyKind::Quality(quality(node, false)?),
        Made::Kano => SurveyKind::Kano(some(node, "features")?),
        Made::Scale => SurveyKind::Scale(ItemScale {
            scale: node.or("scale", Scale::FIVE)?,
            wanted_alpha: node.or("wanted_alpha", WANTED_ALPHA)?,
            items: some(node, "items")?,
        }),
    })
}

fn quality(node: &Node, asks_expectations: bool) -> Result<QualitySurvey, ConfigError> {
    let list = node.get("dimensions");
    let list = list.ok_or_else(|| node.member("dimensions").wrong(Fault::Missing))?.filled()?;
    let read = |written: &Node| dimension(written, asks_expectations);
    let dimensions: Vec<_> = list.iter().map(read).collect::<Result<_, _>>()?;
    let weighs = |dimension: &QualityDimension| dimension.weight.is_some();
    // Either every dimension is weighed against the others, or none.
    let stray = dimensions.iter().position(|dimension| !weighs(dimension));
    if let Some(at) = stray.filter(|_| dimensions.iter().any(weighs)).and_then(|at| list.get(at)) {
        return Err(at.member("weight").wrong(Fault::Missing));
    }
    Ok(QualitySurvey {
        scale: node.or("scale", Scale::SEVEN)?,
        wanted_alpha: node.or("wanted_alpha", WANTED_ALPHA)?,
        dimensions,
    })
}

fn dimension(node: &Node, asks_expectations: bool) -> Result<QualityDimension, ConfigError> {
    node.members(&["name", "weight", "items"])?;
    let list = node.get("items");
    let list = list.ok_or_else(|| node.member("items").wrong(Fault::Missing))?.filled()?;
    Ok(QualityDimension {
        name: node.required("name")?,
        weight: node.optional("weight")?,
        items: list
            .iter()
            .map(|item| quality_item(item, asks_expectations))
            .collect::<Result<_, _>>()?,
    })
}

fn quality_item(node: &Node, asks_expectations: bool) -> Result<QualityItem, ConfigError> {
    let expectation = match asks_expectations {
        true => {
            node.members(&["name", "expectation", "perception"])?;
            Some(node.required("expectation")?)
        }
        false => {
            node.members(&["name", "perception"])?;
            None
        }
    };
    let (name, perception) = (node.required("name")?, node.required("perception")?);
    Ok(QualityItem { name, expectation, perception })
}

/// A list that must be there, with something in it.
fn some<T: Written>(node: &Node, name: &str) -> Result<Vec<T>, ConfigError> {
    let list = node.get(name).ok_or_else(|| node.member(name).wrong(Fault::Missing))?;
    list.filled()?.iter().map(T::read).collect()
}

impl Written for Feature {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["name", "functional", "dysfunctional"])?;
        Ok(Self {
            name: node.required("name")?,
            functional: node.required("functional")?,
            dysfunctional: node.required("dysfunctional")?,
        })
    }
}

impl Written for ScaleItem {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["name", "question"])?;
        Ok(Self { name: node.required("name")?, question: node.required("question")? })
    }
}

impl Written for QuestionId {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.text().map(Self::new)
    }
}

/// A scale is written as its ends: `[1, 7]`.
impl Written for Scale {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let ends: Vec<f64> = Vec::read(node)?;
        let whole = |end: &f64| Some(*end as i16).filter(|whole| f64::from(*whole) == *end);
        let ends: Option<Vec<i16>> = ends.iter().map(whole).collect();
        match ends.as_deref() {
            Some([min, max]) if min < max => Ok(Scale { min: *min, max: *max }),
            _ => Err(node.wrong(Fault::Expected(Kind::Scale))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn read(surveys: &str) -> Result<Vec<Survey>, String> {
        let text = format!(r#"{{"workspace": {{"surveys": {surveys}}}}}"#);
        let config = Config::parse(&text).map_err(|error| error.to_string())?;
        Ok(config.settings.surveys)
    }

    fn error(surveys: &str) -> String {
        read(surveys).expect_err("a fault")
    }

    const QUALITY: &str = r#"{"id": "stay", "kind": "servqual", "name": {"en": "Stay", "zh-CN": "入住"},
        "dimensions": [{"name": "Reliable", "weight": "w1", "items": [
            {"name": "On time", "expectation": "e1", "perception": "p1"},
            {"name": "As promised", "expectation": "e2", "perception": "p2"}]}]}"#;

    #[test]
    fn a_survey_says_which_questions_belong_together() {
        let kano = r#"{"id": "k", "kind": "kano", "name": "Room", "features": [
            {"name": "Wi-Fi", "functional": "with", "dysfunctional": "without"}]}"#;
        let scale = r#"{"id": "s", "kind": "scale", "name": "Trust", "scale": [0, 10], "wanted_alpha": 0.7,
            "items": [{"name": "Keeps its word", "question": "t1"}]}"#;
        let surveys = read(&format!("[{QUALITY}, {kano}, {scale}]")).expect("three surveys");
        let ids = |survey: &Survey| -> Vec<String> {
            survey.questions().iter().map(|question| question.id.to_string()).collect()
        };
        assert_eq!(ids(&surveys[0]), ["e1", "e2", "p1", "p2", "w1"]);
        assert_eq!(ids(&surveys[1]), ["with", "without"]);
        let SurveyKind::Quality(quality) = &surveys[0].kind else { panic!("a quality survey") };
        assert!(quality.asks_expectations() && quality.asks_weights());
        assert_eq!((quality.scale, quality.wanted_alpha), (Scale::SEVEN, 0.85));
        let SurveyKind::Scale(scale) = &surveys[2].kind else { panic!("a scale") };
        assert_eq!((scale.scale, scale.wanted_alpha), (Scale::NPS, 0.7));
    }

    #[test]
    fn an_error_names_the_path_to_the_bad_value() {
        assert_eq!(
            error(r#"[{"id": "a", "name": "A"}]"#),
            "workspace.surveys[0].kind: this field must be there"
        );
        let unknown = error(r#"[{"id": "a", "kind": "joy", "name": "A"}]"#);
        assert!(
            unknown.ends_with("one of servqual, servperf, kano, scale is wanted here"),
            "{unknown}"
        );
        let empty = error(r#"[{"id": "a", "kind": "kano", "name": "A", "features": []}]"#);
        assert_eq!(empty, "workspace.surveys[0].features: there must be something in this list");
        let twice = error(&format!("[{QUALITY}, {QUALITY}]"));
        assert_eq!(twice, "workspace.surveys[1].id: this id is there already");
        let items = r#""items": [{"name": "N", "question": "q"}]"#;
        let scale = |ends: &str| {
            error(&format!(
                r#"[{{"id": "s", "kind": "scale", "name": "S", "scale": {ends}, {items}}}]"#
            ))
        };
        for ends in ["[7, 1]", "[1]", "[1, 2.5]", "[0, 100000]"] {
            let wrong = scale(ends);
            assert!(wrong.starts_with("workspace.surveys[0].scale: a scale (two"), "{wrong}");
        }
        let gone = format!("[{}]", QUALITY.replace("\"expectation\": \"e2\", ", ""));
        assert_eq!(
            error(&gone),
            "workspace.surveys[0].dimensions[0].items[1].expectation: this field must be there"
        );
        let only = format!("[{}]", QUALITY.replace("servqual", "servperf"));
        assert_eq!(
            error(&only),
            "workspace.surveys[0].dimensions[0].items[0].expectation: there is no such field"
        );
        let two = QUALITY.replace(
            "\"dimensions\": [",
            r#""dimensions": [{"name": "Kind", "items": [{"name": "K", "expectation": "e", "perception": "p"}]}, "#,
        );
        assert_eq!(
            error(&format!("[{two}]")),
            "workspace.surveys[0].dimensions[0].weight: this field must be there"
        );
    }
}
