//! Sorting, once for all kinds of items, and numbers kept between two others.
//!
//! The standard sort is compiled anew for every type it sorts, several kilobytes each. Here only
//! places are sorted, and items are moved to them.

use std::cmp::Ordering;

/// Sorts items, keeping the order of equal ones.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

/// The places of `count` items in ascending order, equal ones in their own.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The value, or the end of the range that it lies beyond; NaN stays what it is. The standard one tells of a range
/// that is none with its numbers, and writing fractions takes a program ten kilobytes: here the lower end holds then.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    match value {
        value if value < low => low,
        value if value > high => high.max(low),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)];
        sort_by(&mut items, |x, y| x.0.cmp(y.0));
        assert_eq!(items, [("a", 2), ("a", 1), ("b", 1), ("b", 0)]);
    }

    #[test]
    fn a_value_stays_in_its_range() {
        assert_eq!([-3.0, 0.5, 7.0].map(|value| within(value, 0.0, 1.0)), [0.0, 0.5, 1.0]);
        assert!(within(f64::NAN, 0.0, 1.0).is_nan());
        assert_eq!(within(5.0, 2.0, 1.0), 2.0);
    }
}
