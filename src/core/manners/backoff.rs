//! When a call that failed is tried again.

use crate::core::workspace::Failure;

/// The wait before the first new try, in milliseconds; it doubles with each.
const FIRST: u32 = 1000;
/// No wait that a server has not asked for is longer.
const LONGEST: u32 = 30_000;
/// A server that asks for a longer rest, in seconds, is not waited for: somebody is looking on.
const PATIENCE: u32 = 60;

/// When one call is tried again, and when it is given up.
///
/// ```
/// use heartline::core::manners::Backoff;
/// use heartline::core::workspace::Failure;
///
/// let busy = Failure::Status { code: 503, beginning: String::new(), retry_after: None };
/// let mut backoff = Backoff::new(2, true);
/// assert_eq!(backoff.wait(&busy, 1.0), Some(1000));
/// assert_eq!(backoff.wait(&busy, 0.0), Some(1000), "2000, of which half is left to chance");
/// assert_eq!(backoff.wait(&busy, 0.5), None, "twice is enough");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    tried: u32,
    retries: u32,
    has_answered: bool,
}

impl Backoff {
    /// Tries again so many times at most. `has_answered`: the API has answered before, so that one that cannot be
    /// reached now is not likely to be forbidden or misspelt.
    pub fn new(retries: u32, has_answered: bool) -> Self {
        Self { tried: 0, retries, has_answered }
    }

    /// The milliseconds to wait before the call is tried again; `None` when that is of no use. Chance, from 0 to 1,
    /// keeps those who were turned away together from coming back together.
    pub fn wait(&mut self, failure: &Failure, chance: f64) -> Option<u32> {
        if self.tried >= self.most(failure) {
            return None;
        }
        let usual = FIRST.saturating_mul(1 << self.tried.min(16)).min(LONGEST);
        let by_chance = usual / 2 + (f64::from(usual / 2) * chance.clamp(0.0, 1.0)) as u32;
        self.tried += 1;
        match failure {
            Failure::Status { retry_after: Some(seconds), .. } => {
                (*seconds <= PATIENCE).then(|| (seconds * 1000).max(usual / 2))
            }
            _ => Some(by_chance),
        }
    }

    /// How often a call that failed like this is tried again.
    fn most(&self, failure: &Failure) -> u32 {
        match failure {
            Failure::Status { code: 429 | 500 | 502 | 503 | 504, .. } => self.retries,
            // A browser does not tell a server that is down from one that forbids: the first call finds out soon.
            Failure::Unreachable { offline: false, mixed_content: false, .. } => {
                if self.has_answered { self.retries } else { self.retries.min(1) }
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::workspace::BodyFailure;
    use proptest::prelude::*;

    fn status(code: u16, retry_after: Option<u32>) -> Failure {
        Failure::Status { code, beginning: String::new(), retry_after }
    }

    fn waits(mut backoff: Backoff, failure: &Failure) -> Vec<u32> {
        std::iter::from_fn(|| backoff.wait(failure, 1.0)).take(20).collect()
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let all = Backoff::new(3, true);
        for code in [429, 500, 502, 503, 504] {
            assert_eq!(waits(all, &status(code, None)), [1000, 2000, 4000], "{code}");
        }
        for code in [400, 401, 403, 404, 418, 501] {
            assert!(waits(all, &status(code, Some(1))).is_empty(), "{code}");
        }
        let unreachable = |offline, mixed_content| Failure::Unreachable {
            offline,
            mixed_content,
            other_origin: true,
        };
        assert_eq!(waits(all, &unreachable(false, false)).len(), 3);
        assert_eq!(waits(Backoff::new(3, false), &unreachable(false, false)), [1000]);
        assert!(waits(all, &unreachable(true, false)).is_empty());
        assert!(waits(all, &unreachable(false, true)).is_empty());
        assert!(waits(all, &Failure::BrokeOff { offline: false }).is_empty());
        assert!(waits(all, &Failure::TimedOut(3)).is_empty());
        assert!(waits(all, &Failure::Body(BodyFailure::Empty)).is_empty());
        assert!(waits(Backoff::new(0, true), &status(503, None)).is_empty());
    }

    #[test]
    fn a_server_s_word_counts_as_far_as_one_can_wait() {
        let all = Backoff::new(2, true);
        assert_eq!(waits(all, &status(429, Some(7))), [7000, 7000]);
        assert_eq!(waits(all, &status(429, Some(0))), [500, 1000], "not at once all the same");
        assert!(waits(all, &status(429, Some(3600))).is_empty());
    }

    proptest! {
        #[test]
        fn waits_grow_within_their_bounds(retries in 0u32..40, chance in 0.0f64..1.0) {
            let mut backoff = Backoff::new(retries, true);
            let mut waits = Vec::new();
            while let Some(wait) = backoff.wait(&status(503, None), chance) {
                waits.push(wait);
            }
            prop_assert_eq!(waits.len(), retries as usize);
            prop_assert!(waits.iter().all(|wait| (FIRST / 2..=LONGEST).contains(wait)));
            prop_assert!(waits.is_sorted());
        }
    }
}
