//! Bodies as servers send them, whole and not, through the reader of a feed.

#![expect(clippy::expect_used, reason = "what a test is about must be there")]

mod cut;
mod pages;
mod refresh;
mod rows;
mod shapes;
mod support;
