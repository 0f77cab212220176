//! Why reading a feed page by page came to no good end.

use serde::{Deserialize, Serialize};

/// Why reading a feed page by page came to no good end. What came before counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PagingFault {
    /// The page has the rows of this earlier one.
    #[error("the page has the rows of page {0} again")]
    RepeatedPage(u32),
    /// The page leads to one that has been read.
    #[error("the page leads back to one that has been read")]
    GoesBack,
    /// What stands around the rows is too long to be kept, or cut off: nobody knows where it leads.
    #[error("what leads to the next page cannot be seen")]
    Unseen,
    /// What should lead to the next page is no text and no number.
    #[error("what leads to the next page is no text and no number")]
    NoWay,
    /// There are more pages than may be read.
    #[error("there are more than {0} pages")]
    TooMany(u32),
}
