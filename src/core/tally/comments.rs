//! The latest comments of each touchpoint.

use super::Slice;
use super::cell::NOT_GIVEN;
use super::slice::Filter;
use super::store::{Counted, Numbers, Tally};
use crate::core::calendar::{Day, Timestamp};
use crate::core::model::{Dimension, Response, Verbatim};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// How many comments are kept for each touchpoint.
pub const KEPT_PER_TOUCHPOINT: usize = 60;

/// One comment with what is known of who wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comment<'a> {
    /// When it was written.
    pub at: Timestamp,
    /// The local day.
    pub day: Day,
    /// Segment, channel and team.
    pub dimensions: [Option<&'a str>; 3],
    /// What the customer wrote.
    pub text: Verbatim<'a>,
}

/// A comment on its shelf: segment, channel and team by the numbers of the tally its response is counted in.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    at: Timestamp,
    day: Day,
    dimensions: [u16; 3],
    written: String,
    is_escaped: bool,
}

/// The latest comments of each touchpoint, newest first. Older ones make room: what is kept does not
/// grow with responses.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct CommentShelf {
    /// By the touchpoint's number in the tally. Most come in order of time, so most are put in front.
    shelves: Vec<VecDeque<Kept>>,
}

impl CommentShelf {
    /// Keeps the comment of a response that has been counted, if it has one and is among the latest.
    pub(super) fn keep(&mut self, response: &Response, counted: Counted) {
        let Some(comment) = response.comment.filter(|comment| !is_blank(*comment)) else { return };
        let shelf = self.shelf(counted.touchpoint);
        let place = shelf.partition_point(|kept| kept.at > response.submitted_at);
        if place == KEPT_PER_TOUCHPOINT {
            return;
        }
        // The oldest makes room, and its text's memory is used again.
        let oldest = if shelf.len() == KEPT_PER_TOUCHPOINT { shelf.pop_back() } else { None };
        let mut written = oldest.map(|oldest| oldest.written).unwrap_or_default();
        written.clear();
        written.push_str(comment.written());
        let (at, day, dimensions) = (response.submitted_at, response.day, counted.dimensions);
        let is_escaped = comment.is_escaped();
        shelf.insert(place, Kept { at, day, dimensions, written, is_escaped });
    }

    /// Takes up those of another tally, which knows their touchpoints and dimensions by these numbers.
    pub(super) fn join(&mut self, other: &Self, numbers: &Numbers) {
        for (touchpoint, shelf) in other.shelves.iter().enumerate() {
            let own = self.shelf(numbers.touchpoint(touchpoint as u32));
            for kept in shelf {
                let place = own.partition_point(|known| known.at > kept.at);
                own.insert(place, kept.numbered(numbers));
            }
            own.truncate(KEPT_PER_TOUCHPOINT);
        }
    }

    /// The kept comments of a touchpoint of this tally that a slice lets through, newest first.
    pub(super) fn of<'a>(
        &'a self,
        touchpoint: &str,
        slice: &Slice,
        tally: &'a Tally,
    ) -> impl Iterator<Item = Comment<'a>> {
        let number = tally.touchpoints().find(touchpoint);
        let shelf = number.and_then(|number| self.shelves.get(number as usize));
        let filter = Filter::new(slice, tally);
        let kept = shelf.into_iter().flatten();
        kept.filter(move |kept| filter.lets_through(kept.day, kept.dimensions))
            .map(|kept| kept.comment(tally))
    }

    fn shelf(&mut self, touchpoint: u32) -> &mut VecDeque<Kept> {
        let place = touchpoint as usize;
        if self.shelves.len() <= place {
            self.shelves.resize_with(place + 1, VecDeque::new);
        }
        &mut self.shelves[place]
    }
}

impl Kept {
    fn numbered(&self, numbers: &Numbers) -> Self {
        Self { dimensions: numbers.dimensions(self.dimensions), ..self.clone() }
    }

    fn comment<'a>(&'a self, tally: &'a Tally) -> Comment<'a> {
        let name = |dimension: Dimension| {
            let number = self.dimensions[dimension.index()];
            let name = tally.values(dimension).name(u32::from(number));
            name.filter(|_| number != NOT_GIVEN)
        };
        Comment {
            at: self.at,
            day: self.day,
            dimensions: Dimension::ALL.map(name),
            text: match self.is_escaped {
                true => Verbatim::escaped(&self.written),
                false => Verbatim::plain(&self.written),
            },
        }
    }
}

/// A line feed or a tab is written as an escape; other blanks hardly ever are.
fn is_blank(comment: Verbatim) -> bool {
    let written = comment.written().trim_start();
    let may_be_blank =
        written.is_empty() || (written.starts_with('\\') && !written.starts_with(r"\u"));
    may_be_blank && comment.text().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::Question;
    use crate::core::tally::{Feedback, Layout};
    use std::sync::Arc;

    fn response(at: i64, comment: &str) -> Response<'_> {
        Response {
            id: None,
            touchpoint: "desk",
            submitted_at: Timestamp(at),
            day: Day(at as i32),
            dimensions: [Some("vip"), None, None],
            answers: &[],
            comment: Some(Verbatim::plain(comment)),
        }
    }

    fn feedback<'a>(responses: impl Iterator<Item = (i64, &'a str)>) -> Feedback {
        let mut feedback = Feedback::new(Arc::new(Layout::new(Question::defaults())));
        for (at, comment) in responses {
            feedback.count(&response(at, comment)).expect("few names");
        }
        feedback
    }

    #[test]
    fn the_latest_are_kept_newest_first_whatever_the_order_they_came_in() {
        let count = KEPT_PER_TOUCHPOINT as i64 + 20;
        let order = (0..count).step_by(2).chain((1..count).step_by(2));
        let feedback = feedback(order.map(|at| (at, "fine")));
        let kept: Vec<i64> =
            feedback.comments("desk", &Slice::default()).map(|comment| comment.at.0).collect();
        assert_eq!(kept, (20..count).rev().collect::<Vec<_>>());
    }

    #[test]
    fn blank_comments_are_none_and_slices_filter() {
        let feedback = feedback([(1, "  "), (2, " slow ")].into_iter());
        let of = |slice: &Slice| -> Vec<(String, Option<String>)> {
            let comments = feedback.comments("desk", slice);
            comments
                .map(|c| (c.text.text().into_owned(), c.dimensions[0].map(str::to_owned)))
                .collect()
        };
        let slice =
            |name: &str| Slice { dimensions: [Some(name.into()), None, None], ..Slice::default() };
        assert_eq!(of(&slice("vip")), [("slow".to_owned(), Some("vip".to_owned()))]);
        assert!(of(&slice("other")).is_empty());
    }
}
