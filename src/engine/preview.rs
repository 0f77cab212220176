//! What one feed of a connection gives, looked at before anybody relies on it.

use super::session::Session;
use crate::core::connection::{Auth, ConfigError, Connection, FeedId, Parameters};
use crate::core::preview::{request_part, preview_of};
use crate::core::workspace::Failure;
use crate::platform::{Answer, Cancel, Http, Stopwatch, join, origin};
use crate::protocol::{PreviewAsk, Previewed, Source};
use serde_json::Value;
use std::rc::Rc;

/// So much of an answer is looked at, in bytes.
const ENOUGH: usize = 2_000_000;

/// How many samples are kept: one of each feed, and a few that were looked at before.
const KEPT: usize = 8;

/// The beginning of an answer, and what it is the answer to.
struct Sample {
    asked: String,
    source: Source,
    bytes: Vec<u8>,
}

/// The samples that were fetched last.
#[derive(Default)]
pub(super) struct Samples(Vec<Rc<Sample>>);

impl Samples {
    fn find(&self, asked: &str) -> Option<Rc<Sample>> {
        self.0.iter().find(|sample| sample.asked == asked).cloned()
    }

    fn keep(&mut self, sample: Sample) -> Rc<Sample> {
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        let sample = Rc::new(sample);
        self.0.push(Rc::clone(&sample));
        sample
    }
}
