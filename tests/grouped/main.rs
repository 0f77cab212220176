//! The same responses, one by one and grouped by a database: every index and every page must be equal.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has nothing to go on")]

mod by_hand;
mod engines;
mod same;
mod support;
