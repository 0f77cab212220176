//! How many rows a page has when more follow.

/// What is known of a feed's page size. A server may give fewer rows than asked for on every page: such a clamp is
/// learned from the first page, and one more page than there is may be asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PageSize {
    full: Option<u64>,
    is_proven: bool,
}

impl PageSize {
    pub(super) fn asked(size: Option<u32>) -> Self {
        Self { full: size.map(u64::from), is_proven: false }
    }

    /// True when a page of so many rows must be the last.
    pub(super) fn is_last(&mut self, rows: u64) -> bool {
        if self.is_proven && self.full.is_some_and(|full| rows < full) {
            return true;
        }
        (self.full, self.is_proven) = (Some(rows), true);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(asked: Option<u32>, pages: &[u64]) -> Vec<bool> {
        let mut size = PageSize::asked(asked);
        pages.iter().map(|rows| size.is_last(*rows)).collect()
    }

    #[test]
    fn a_page_shorter_than_the_one_before_is_the_last() {
        assert_eq!(last(Some(100), &[100, 100, 40]), [false, false, true]);
        assert_eq!(last(None, &[25, 25, 24]), [false, false, true]);
    }

    #[test]
    fn a_clamp_is_learned_and_is_no_end() {
        assert_eq!(last(Some(5000), &[100, 100, 99]), [false, false, true]);
    }

    #[test]
    fn a_server_may_give_more_than_it_was_asked_for() {
        assert_eq!(last(Some(10), &[25, 25, 20]), [false, false, true]);
    }
}
