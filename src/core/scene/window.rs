//! Which of many equal items are in view.

use std::ops::Range;

/// The items of a row that are in view, with some more on either side, so that a little scrolling
/// finds them there already.
///
/// `scrolled` and `extent` are where the view begins and how long it is, `item` how long an item is,
/// all in pixels. Without a length there is nothing to see.
///
/// # Example
/// ```
/// use heartline::core::scene::in_view;
/// assert_eq!(in_view(500.0, 300.0, 100.0, 1000, 2), 3..10);
/// ```
pub fn in_view(scrolled: f64, extent: f64, item: f64, count: usize, more: usize) -> Range<usize> {
    if item <= 0.0 || extent <= 0.0 {
        return 0..0;
    }
    let first = (scrolled.max(0.0) / item).floor() as usize;
    let end = ((scrolled.max(0.0) + extent) / item).ceil() as usize;
    let start = first.saturating_sub(more).min(count);
    start..end.saturating_add(more).min(count)
}

/// The items in view together with some that are kept wherever they are, in order and once each: what has the
/// focus must not vanish by scrolling. Of `kept`, only items below `count` are there.
///
/// # Example
/// ```
/// use heartline::core::scene::with_kept;
/// assert_eq!(with_kept(3..5, [9, 4, 30], 10), [3, 4, 9]);
/// ```
pub fn with_kept<const N: usize>(seen: Range<usize>, kept: [usize; N], count: usize) -> Vec<usize> {
    let mut items: Vec<usize> = seen.collect();
    for item in kept.into_iter().filter(|item| *item < count) {
        if let Err(place) = items.binary_search(&item) {
            items.insert(place, item);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_are_where_the_items_end() {
        assert_eq!(in_view(0.0, 250.0, 100.0, 2, 5), 0..2);
        assert_eq!(in_view(-40.0, 100.0, 100.0, 9, 0), 0..1);
        assert_eq!(in_view(9999.0, 100.0, 100.0, 9, 1), 9..9);
        assert_eq!(in_view(0.0, 0.0, 100.0, 9, 1), 0..0);
        assert_eq!(in_view(0.0, 100.0, 0.0, 9, 1), 0..0);
    }

    proptest! {
        #[test]
        fn whatever_is_seen_is_there(scrolled in 0.0f64..5000.0, extent in 1.0f64..900.0, item in 1.0f64..200.0, count in 0usize..90) {
            let seen = in_view(scrolled, extent, item, count, 0);
            for place in 0..count {
                let (from, to) = (place as f64 * item, (place + 1) as f64 * item);
                let visible = from < scrolled + extent && to > scrolled;
                prop_assert!(!visible || seen.contains(&place), "{place} of {seen:?}");
            }
        }
    }
}
