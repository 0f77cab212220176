//! The latest comments of each touchpoint.

use super::{Dictionary, Slice};
use crate::core::calendar::{Day, Timestamp};
use crate::core::model::Response;
use std::collections::VecDeque;

/// How many comments are kept for each touchpoint.
pub const KEPT_PER_TOUCHPOINT: usize = 60;

/// One comment with what is known of who wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// When it was written.
    pub at: Timestamp,
    /// The local day.
    pub day: Day,
    /// Segment, channel and team.
    pub dimensions: [Option<String>; 3],
    /// The text, as the customer wrote it.
    pub text: String,
}

/// The latest comments of each touchpoint, newest first. Older ones make room: what is kept does not
/// grow with responses.
#[derive(Clone, Debug, Default)]
pub struct CommentShelf {
    touchpoints: Dictionary,
    /// Most come in order of time, so most are put in front.
    shelves: Vec<VecDeque<Comment>>,
}

impl CommentShelf {
    /// Keeps the response's comment, if it has one and is among the latest.
    pub fn keep(&mut self, response: &Response) {
        let Some(text) = response.comment.map(str::trim).filter(|text| !text.is_empty()) else {
            return;
        };
        let shelf = self.shelf(response.touchpoint);
        let place = shelf.partition_point(|kept| kept.at > response.submitted_at);
        if place < KEPT_PER_TOUCHPOINT {
            shelf.insert(place, comment_of(response, text));
            shelf.truncate(KEPT_PER_TOUCHPOINT);
        }
    }

    /// The kept comments of a touchpoint that a slice lets through, newest first.
    pub fn of<'a>(
        &'a self,
        touchpoint: &str,
        slice: &'a Slice,
    ) -> impl Iterator<Item = &'a Comment> {
        let place = self.touchpoints.find(touchpoint).map(|place| place as usize);
        let kept = place.and_then(|place| self.shelves.get(place)).into_iter().flatten();
        kept.filter(move |comment| comment.is_in(slice))
    }

    fn shelf(&mut self, touchpoint: &str) -> &mut VecDeque<Comment> {
        let place = self.touchpoints.intern(touchpoint) as usize;
        if self.shelves.len() <= place {
            self.shelves.resize_with(place + 1, VecDeque::new);
        }
        &mut self.shelves[place]
    }
}

impl Comment {
    fn is_in(&self, slice: &Slice) -> bool {
        let wanted = slice.dimensions.iter().zip(&self.dimensions);
        let same = |(want, has): (&Option<String>, &Option<String>)| want.is_none() || want == has;
        slice.period.is_none_or(|period| period.contains(self.day)) && wanted.into_iter().all(same)
    }
}

fn comment_of(response: &Response, text: &str) -> Comment {
    Comment {
        at: response.submitted_at,
        day: response.day,
        dimensions: response.dimensions.map(|name| name.map(str::to_owned)),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(at: i64, comment: &str) -> Response<'_> {
        Response {
            id: None,
            touchpoint: "desk",
            submitted_at: Timestamp(at),
            day: Day(at as i32),
            dimensions: [Some("vip"), None, None],
            answers: &[],
            comment: Some(comment),
        }
    }

    #[test]
    fn the_latest_are_kept_newest_first_whatever_the_order_they_came_in() {
        let mut shelf = CommentShelf::default();
        let count = KEPT_PER_TOUCHPOINT as i64 + 20;
        for at in (0..count).step_by(2).chain((1..count).step_by(2)) {
            shelf.keep(&response(at, "fine"));
        }
        let everything = Slice::default();
        let kept: Vec<i64> = shelf.of("desk", &everything).map(|comment| comment.at.0).collect();
        assert_eq!(kept, (20..count).rev().collect::<Vec<_>>());
    }

    #[test]
    fn blank_comments_are_none_and_slices_filter() {
        let mut shelf = CommentShelf::default();
        shelf.keep(&response(1, "  "));
        shelf.keep(&response(2, " slow "));
        let vip = Slice { dimensions: [Some("vip".into()), None, None], ..Slice::default() };
        let other = Slice { dimensions: [Some("other".into()), None, None], ..Slice::default() };
        let texts = |slice| shelf.of("desk", slice).map(|c| c.text.as_str()).collect::<Vec<_>>();
        assert_eq!(texts(&vip), ["slow"]);
        assert!(texts(&other).is_empty());
    }
}
