//! Counts in, one index out: one file an index.
//!
//! Every index is a function of mergeable counts. An estimate that is not defined (no answers, no
//! spread) is absent, never zero; each carries its `n` and, where one is defined, its interval. What is computed of the
//! answers to one question takes [`Counts`] or plain answers alike.

mod against_target;
mod alpha;
mod answers;
mod battery;
mod ces;
mod change;
mod churn;
mod closed_loop;
mod clv;
mod compare_nps;
mod control;
mod correlation;
mod counts;
mod cross_products;
mod csat;
mod derived_importance;
mod estimate;
mod ewma;
mod exact_sum;
mod first_response;
mod fmea;
mod holm;
mod importance_performance;
mod kano;
mod kano_counts;
mod level;
mod mann_whitney;
mod moments;
mod normal;
mod nps;
mod p_chart;
mod priority;
mod profit_chain;
mod proportion;
mod quantile;
mod repeat_contacts;
mod rfm;
mod roi;
mod sample;
mod service_clock;
mod servperf;
mod servqual;
mod steffen;
mod student_t;
mod two_proportions;
mod welch;
mod xmr;

pub use against_target::{mean_against, nps_against, share_against};
pub use alpha::{Alpha, ItemStatistics, WANTED_ALPHA, alpha, alpha_of_sums};
pub use answers::{Answer, Answers};
pub use battery::{BatterySums, SERVQUAL_ITEMS};
pub use ces::{Ces, ces};
pub use change::{Change, csat_change, mean_change, nps_change};
pub use churn::{Churn, churn};
pub use closed_loop::{ClosedLoop, ElapsedHours, closed_loop};
pub use clv::{Clv, MarginAt, clv};
pub use compare_nps::{NpsComparison, compare_nps, compare_nps_wald};
pub use control::{ControlChart, ControlPoint};
pub use correlation::{Correlation, mid_ranks, pearson, spearman};
pub use counts::Counts;
pub use cross_products::CrossProducts;
pub use csat::{Csat, csat};
pub use derived_importance::{CorrelationMethod, derived_importance};
pub use estimate::{Estimate, Interval, THIN};
pub use ewma::{EwmaRule, ewma};
pub use first_response::{Message, Sender, first_response};
pub use fmea::{ActionPriority, Fmea, Rating, fmea};
pub use holm::holm;
pub use importance_performance::{
    Crosshair, ImportancePerformance, Quadrant, Rated, importance_performance,
};
pub use kano::{Kano, kano};
pub use kano_counts::{Feeling, KanoCategory, KanoCounts};
pub use level::{Level, NotALevel};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub use moments::Moments;
pub use nps::{Nps, nps};
pub use p_chart::p_chart;
pub use priority::{Ranked, priority, ranked};
pub use profit_chain::{Coefficient, ProfitChain, Scenario, ScenarioKind, profit_chain};
pub use proportion::wilson;
pub use quantile::quantile_type_7;
pub use repeat_contacts::{Contact, REPEAT_WINDOW_DAYS, RepeatContacts, repeat_contacts};
pub use rfm::{Purchases, Rfm, rfm};
pub use roi::{Roi, roi};
pub use service_clock::{ClockState, FOLLOW_UP_HOURS, ServiceClock, Severity};
pub use servperf::{DimensionScore, Servperf, servperf};
pub use servqual::{Servqual, ServqualDimension, ServqualItem, ServqualSums, servqual};
pub use steffen::{Knot, NoCurve, height, steffen};
pub use two_proportions::{Share, TwoProportions, two_proportions};
pub use welch::{Welch, welch};
pub use xmr::{Xmr, xmr};
