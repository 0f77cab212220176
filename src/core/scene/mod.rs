//! Plain render models: what a view paints, with nothing left to compute.
//!
//! A scene answers one [`Query`](super::query::Query). It crosses from the engine to the page, so it
//! is plain data; names are in the language asked for, everything else is figures and keys.

mod answer;
mod chart;
mod choices;
mod compare;
mod compare_row;
mod curve;
mod data;
mod hearts;
mod heat;
mod journeys;
mod labels;
mod map;
mod overview;
mod question;
mod responses;
mod ring;
mod scores;
mod survey_figures;
mod survey_kano;
mod survey_quality;
mod survey_scale;
mod surveys;
mod touchpoint;
mod track;
mod window;

pub use answer::{Scene, answer};
pub use chart::{ChartBand, ChartLine, ChartScene, Ink};
pub use choices::{Choice, Choices};
pub use compare::{CompareScene, Side};
pub use compare_row::{CompareRow, DifferenceBar, Test, Verdict};
pub use curve::{DuplicateX, Knot, Scale, coordinate, ribbon_path, steffen, svg_path};
pub use data::{DataScene, FeedLine, ProblemCount};
pub use hearts::{HeartsScene, IndicatorLine, LadderStep, Rung};
pub use heat::{HeatCell, HeatColumn, HeatRow, HeatScene, STEPS};
pub use journeys::{JourneyCard, JourneysScene};
pub use labels::{Label, Named};
pub use map::{MapScene, MapStage, MapTouchpoint, PersonaLine};
pub use overview::{AlertLine, FixLine, HealthLine, MovementLine, Overview, Trend};
pub use question::Question;
pub use responses::{CommentLine, Distribution, ResponsesScene};
pub use ring::Ring;
pub use scores::{Curve, OverlayCurve, ScoresScene, TouchpointScore};
pub use survey_figures::{Gap, QualityFigures};
pub use survey_kano::{KanoLine, KanoPoint, KanoScene, Leads};
pub use survey_quality::{QualityLine, QualityOverall, QualityScene};
pub use survey_scale::{ItemWarning, Reliability, Reliable, ScaleLine, ScaleScene};
pub use surveys::{Findings, SurveysScene};
pub use touchpoint::{Fact, MonthPoint, TouchpointScene};
pub use track::{Mark, Tick};
pub use window::{in_view, with_kept};
