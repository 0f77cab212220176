//! Counts in, one index out: one file an index.
//!
//! Every index is a function of mergeable counts. An estimate that is not defined (no answers, no
//! spread) is absent, never zero; each carries its `n` and, where one is defined, its interval.

mod ces;
mod change;
mod correlation;
mod counts;
mod csat;
mod estimate;
mod holm;
mod level;
mod nps;
mod priority;
mod proportion;
mod student_t;
mod two_proportions;
mod welch;

pub use ces::{Ces, ces};
pub use change::{Change, csat_change, mean_change, nps_change};
pub use correlation::{Correlation, mid_ranks, pearson, spearman};
pub use counts::Counts;
pub use csat::{Csat, csat};
pub use estimate::{Estimate, Interval, THIN};
pub use holm::holm;
pub use level::Level;
pub use nps::{Nps, NpsComparison, compare_nps, nps};
pub use priority::priority;
pub use proportion::wilson;
pub use two_proportions::{Share, TwoProportions, two_proportions};
pub use welch::{Welch, welch};
