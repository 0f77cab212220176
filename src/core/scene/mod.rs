//! Plain render models: what a view paints, with nothing left to compute.
//!
//! A scene answers one [`Query`](super::query::Query). It crosses from the engine to the page, so it
//! is plain data; names are in the language asked for, everything else is figures and keys.

mod answer;
mod axis;
mod chart;
mod choices;
mod compare;
mod compare_row;
mod control;
mod curve;
mod data;
mod hearts;
mod heat;
mod journeys;
mod label_places;
mod labels;
mod map;
mod overview;
mod plot;
mod priority;
mod problem_file;
mod question;
mod responses;
mod ring;
mod risks;
mod scores;
mod touchpoint;
mod window;

pub use crate::core::index::{Knot, steffen};
pub use answer::{Scene, answer};
pub use axis::Axis;
pub use chart::{ChartBand, ChartLine, ChartScene, Ink};
pub use choices::{Choice, Choices};
pub use compare::{CompareScene, Side};
pub use compare_row::{CompareRow, DifferenceBar, Test, Verdict};
pub use control::{ControlChartKind, ControlPlot, ControlScene, ControlSignal};
pub use curve::{Scale, coordinate, ribbon_path, svg_path};
pub use data::{DataScene, FeedLine, ProblemCount};
pub use hearts::{HeartsScene, IndicatorLine, LadderStep, Rung};
pub use heat::{HeatCell, HeatColumn, HeatRow, HeatScene, STEPS};
pub use journeys::{JourneyCard, JourneysScene};
pub use label_places::{LabelPlace, LabelWidths, Picture, place_labels, text_width};
pub use labels::{Label, Named};
pub use map::{MapScene, MapStage, MapTouchpoint, PersonaLine};
pub use overview::{AlertLine, FixLine, HealthLine, MovementLine, Overview, Trend};
pub use plot::Plot;
pub use priority::{PriorityPoint, PriorityScene, Towards};
pub use question::Question;
pub use responses::{CommentLine, Distribution, ResponsesScene};
pub use ring::Ring;
pub use risks::{RiskGroup, RiskLine, RisksScene};
pub use scores::{Curve, OverlayCurve, ScoresScene, TouchpointScore};
pub use touchpoint::{Fact, MonthPoint, TouchpointScene};
pub use window::{in_view, with_kept};
