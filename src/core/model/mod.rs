//! What Heartline talks about: journeys, touchpoints, responses, indicators.
//!
//! Plain data in the words of the field. Nothing here reads, counts or draws.

mod case;
mod dimension;
mod heart;
mod id;
mod indicator;
mod journey;
mod new_response;
mod question;
mod response;
mod survey;
mod text;
mod touchpoint;
mod verbatim;

pub use case::{Case, CaseStatus, Severity};
pub use dimension::Dimension;
pub use heart::Heart;
pub use id::{
    CaseId, IndicatorId, JourneyId, PersonaId, QuestionId, StageId, SurveyId, TouchpointId,
};
pub use indicator::{Direction, Goalposts, Indicator, Reading, Source};
pub use journey::{Journey, Persona, Stage};
pub use new_response::NewResponse;
pub use question::{Question, Role, Scale};
pub use response::{Answer, Response};
pub use survey::{
    AnswerForm, Feature, ItemScale, QualityDimension, QualityItem, QualitySurvey, ScaleItem,
    Survey, SurveyKind, SurveyQuestion,
};
pub use text::{Lang, LocalText};
pub use touchpoint::{Evidence, Owner, Risk, Standard, Touchpoint};
pub use verbatim::Verbatim;
