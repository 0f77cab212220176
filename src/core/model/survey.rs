//! Surveys: questions that are judged together, not one by one.

use super::{LocalText, QuestionId, Scale, SurveyId};

/// Questions that are judged together.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Its id, as links name it.
    pub id: SurveyId,
    /// Its name.
    pub name: LocalText,
    /// What it asks.
    pub kind: SurveyKind,
}

/// What a survey asks.
#[derive(Clone, Debug, PartialEq)]
pub enum SurveyKind {
    /// How good a service is, by dimension: SERVQUAL, or SERVPERF where nobody asks what was expected.
    Quality(QualitySurvey),
    /// How one would feel with features, and without them.
    Kano(Vec<Feature>),
    /// Items that are to measure one thing.
    Scale(ItemScale),
}

/// How good a service is, by dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct QualitySurvey {
    /// What every item is answered on.
    pub scale: Scale,
    /// Its dimensions.
    pub dimensions: Vec<QualityDimension>,
    /// The reliability asked of each dimension.
    pub wanted_alpha: f64,
}

/// A dimension of service quality.
#[derive(Clone, Debug, PartialEq)]
pub struct QualityDimension {
    /// Its name.
    pub name: LocalText,
    /// The question how much it matters, in points from 0 to 100. All dimensions have one, or none has.
    pub weight: Option<QuestionId>,
    /// Its items.
    pub items: Vec<QualityItem>,
}

/// One item of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct QualityItem {
    /// What it says.
    pub name: LocalText,
    /// The question what was expected. All items of a survey have one, or none has.
    pub expectation: Option<QuestionId>,
    /// The question what was perceived.
    pub perception: QuestionId,
}

/// A feature customers are asked about twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its name.
    pub name: LocalText,
    /// How one would feel with it.
    pub functional: QuestionId,
    /// How one would feel without it.
    pub dysfunctional: QuestionId,
}

/// Items that are to measure one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemScale {
    /// What every item is answered on.
    pub scale: Scale,
    /// Its items.
    pub items: Vec<ScaleItem>,
    /// The reliability asked of it.
    pub wanted_alpha: f64,
}

/// One item of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleItem {
    /// What it says.
    pub name: LocalText,
    /// Its question.
    pub question: QuestionId,
}

/// How a question of a survey is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// By a number on a scale.
    Number(Scale),
    /// By a feeling: one of Kano's five words, or its number from 1 (like) to 5 (dislike).
    Feeling,
}

impl AnswerForm {
    /// The scale of the numbers that answers are handed on as.
    pub fn scale(self) -> Scale {
        match self {
            Self::Number(scale) => scale,
            Self::Feeling => Scale::FIVE,
        }
    }
}

/// A question of a survey, and how it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyQuestion {
    /// The id answers carry.
    pub id: QuestionId,
    /// How it is answered.
    pub form: AnswerForm,
}

impl Survey {
    /// Its questions. Of a quality survey all expectations, then all perceptions, then the weights; of features
    /// first with, then without, feature by feature; of a scale its items.
    ///
    /// # Example
    /// ```
    /// use heartline::core::model::{Feature, LocalText, QuestionId, Survey, SurveyId, SurveyKind};
    /// let [name, id] = ["Parcel box", "box"];
    /// let feature = Feature {
    ///     name: LocalText::plain(name),
    ///     functional: QuestionId::new("box-with"),
    ///     dysfunctional: QuestionId::new("box-without"),
    /// };
    /// let kind = SurveyKind::Kano(vec![feature]);
    /// let survey = Survey { id: SurveyId::new(id), name: LocalText::plain(name), kind };
    /// let ids: Vec<String> = survey.questions().iter().map(|question| question.id.to_string()).collect();
    /// assert_eq!(ids, ["box-with", "box-without"]);
    /// ```
    pub fn questions(&self) -> Vec<SurveyQuestion> {
        match &self.kind {
            SurveyKind::Quality(quality) => quality.questions(),
            SurveyKind::Kano(features) => features.iter().flat_map(Feature::questions).collect(),
            SurveyKind::Scale(scale) => scale.questions(),
        }
    }
}

impl QualitySurvey {
    /// What points are shared out on.
    pub const POINTS: Scale = Scale { min: 0, max: 100 };

    /// True when it asks what was expected: it is SERVQUAL then.
    pub fn asks_expectations(&self) -> bool {
        self.items().any(|item| item.expectation.is_some())
    }

    /// True when it asks what matters.
    pub fn asks_weights(&self) -> bool {
        self.dimensions.iter().any(|dimension| dimension.weight.is_some())
    }

    /// How many items each dimension has.
    pub fn sizes(&self) -> Vec<usize> {
        self.dimensions.iter().map(|dimension| dimension.items.len()).collect()
    }

    fn items(&self) -> impl Iterator<Item = &QualityItem> {
        self.dimensions.iter().flat_map(|dimension| &dimension.items)
    }

    fn questions(&self) -> Vec<SurveyQuestion> {
        let expectations = self.items().filter_map(|item| item.expectation.as_ref());
        let sides = expectations.chain(self.items().map(|item| &item.perception));
        let weights = self.dimensions.iter().filter_map(|dimension| dimension.weight.as_ref());
        let of = |scale| {
            move |id: &QuestionId| SurveyQuestion {
                id: id.clone(),
                form: AnswerForm::Number(scale),
            }
        };
        sides.map(of(self.scale)).chain(weights.map(of(Self::POINTS))).collect()
    }
}

impl Feature {
    fn questions(&self) -> [SurveyQuestion; 2] {
        [&self.functional, &self.dysfunctional]
            .map(|id| SurveyQuestion { id: id.clone(), form: AnswerForm::Feeling })
    }
}

impl ItemScale {
    fn questions(&self) -> Vec<SurveyQuestion> {
        let form = AnswerForm::Number(self.scale);
        let one = |item: &ScaleItem| SurveyQuestion { id: item.question.clone(), form };
        self.items.iter().map(one).collect()
    }
}
