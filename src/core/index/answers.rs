//! Answers as an index takes them: counted, or one by one.

use super::Counts;
use crate::core::model::Scale;
use crate::core::order::places;
use std::borrow::Cow;

/// What an index is computed of: [`Counts`], or plain answers in a slice, an array or a vector.
///
/// A plain answer is a number of any type that an `f64` holds exactly, or an `Option` of one where a respondent may
/// have given none. What is missing, and what is no whole number on the index's scale, is counted apart.
///
/// # Example
/// ```
/// use heartline::core::{index::{Counts, Level, nps}, model::Scale};
/// let level = Level::default();
/// let counted = nps(&Counts::of(Scale::NPS, &[10.0, 9.0, 3.0]), level);
/// assert_eq!(nps(&[10, 9, 3], level), counted);
/// assert_eq!(nps(&vec![Some(10.0), None, Some(11.0)], level).n_missing, 1);
/// ```
pub trait Answers: sealed::Sealed {
    /// The histogram on a scale.
    fn on(&self, scale: Scale) -> Cow<'_, Counts>;

    /// Each different answer with how often it was given, lowest first.
    fn groups(&self) -> Vec<(f64, u64)>;

    /// The scale they were counted on; plain answers have none of their own.
    fn scale(&self) -> Option<Scale> {
        None
    }

    /// How many people gave them, where those are fewer than the answers.
    #[doc(hidden)]
    fn respondents(&self) -> Option<u64> {
        None
    }
}

/// One plain answer.
pub trait Answer: sealed::Sealed + Copy {
    /// Its number; absent where a respondent gave none.
    fn number(self) -> Option<f64>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Counts {}
    impl<T: Sealed> Sealed for Option<T> {}
    impl<T: Sealed> Sealed for [T] {}
    impl<T: Sealed, const N: usize> Sealed for [T; N] {}
    impl<T: Sealed> Sealed for Vec<T> {}
}

/// Numbers an `f64` holds exactly.
macro_rules! plain_numbers {
    ($($number:ty),*) => {$(
        impl sealed::Sealed for $number {}

        impl Answer for $number {
            fn number(self) -> Option<f64> {
                Some(self.into())
            }
        }
    )*};
}

plain_numbers!(f64, f32, i32, i16, i8, u32, u16, u8);

impl<T: Answer> Answer for Option<T> {
    fn number(self) -> Option<f64> {
        self.and_then(T::number)
    }
}

impl Answers for Counts {
    fn on(&self, scale: Scale) -> Cow<'_, Counts> {
        if Counts::scale(self) == scale {
            return Cow::Borrowed(self);
        }
        let mut moved = Counts::empty(scale);
        moved.merge(self);
        Cow::Owned(moved)
    }

    fn groups(&self) -> Vec<(f64, u64)> {
        self.iter().filter(|(_, count)| *count > 0).collect()
    }

    fn scale(&self) -> Option<Scale> {
        Some(Counts::scale(self))
    }

    fn respondents(&self) -> Option<u64> {
        Some(Counts::respondents(self))
    }
}

impl<T: Answer> Answers for [T] {
    fn on(&self, scale: Scale) -> Cow<'_, Counts> {
        let given = numbers(self);
        let mut counts = Counts::of(scale, &given);
        counts.n_missing = (self.len() - given.len()) as u64;
        Cow::Owned(counts)
    }

    fn groups(&self) -> Vec<(f64, u64)> {
        let mut given = numbers(self);
        given.retain(|answer| answer.is_finite());
        let order = places(given.len(), &|a, b| given[a].total_cmp(&given[b]));
        let alike = order.chunk_by(|a, b| given[*a] == given[*b]);
        alike.map(|group| (given[group[0]], group.len() as u64)).collect()
    }
}

/// The numbers that were given, sound or not.
fn numbers<T: Answer>(answers: &[T]) -> Vec<f64> {
    answers.iter().filter_map(|answer| answer.number()).collect()
}

impl<T: Answer, const N: usize> Answers for [T; N] {
    fn on(&self, scale: Scale) -> Cow<'_, Counts> {
        self.as_slice().on(scale)
    }

    fn groups(&self) -> Vec<(f64, u64)> {
        self.as_slice().groups()
    }
}

impl<T: Answer> Answers for Vec<T> {
    fn on(&self, scale: Scale) -> Cow<'_, Counts> {
        self.as_slice().on(scale)
    }

    fn groups(&self) -> Vec<(f64, u64)> {
        self.as_slice().groups()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_missing_or_off_the_scale_is_counted_apart() {
        let answers = [Some(5.0), None, Some(4.5), Some(f64::NAN), Some(9.0), Some(1.0)];
        let counts = answers.on(Scale::FIVE);
        assert_eq!((counts.n(), counts.n_missing, counts.n_invalid), (2, 1, 3));
        assert_eq!(answers.groups(), [(1.0, 1), (4.5, 1), (5.0, 1), (9.0, 1)]);
    }

    #[test]
    fn counts_of_another_scale_are_moved_where_they_fit() {
        let ten = Counts::of(Scale::NPS, &[0.0, 5.0, 10.0]);
        let five = ten.on(Scale::FIVE);
        assert_eq!((five.n(), five.n_invalid), (1, 2));
        assert!(matches!(ten.on(Scale::NPS), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn counted_or_one_by_one_in_any_order_is_the_same(answers in prop::collection::vec(prop::option::of(-2i32..14), 0..60)) {
            let given: Vec<f64> = answers.iter().flatten().map(|answer| f64::from(*answer)).collect();
            let mut counted = Counts::of(Scale::NPS, &given);
            counted.n_missing = (answers.len() - given.len()) as u64;
            let turned: Vec<Option<i32>> = answers.iter().rev().copied().collect();
            prop_assert_eq!(answers.on(Scale::NPS).into_owned(), counted.clone());
            prop_assert_eq!(turned.on(Scale::NPS).into_owned(), counted.clone());
            let on_scale: Vec<f64> = given.into_iter().filter(|a| Scale::NPS.place(*a).is_some()).collect();
            prop_assert_eq!(on_scale.groups(), counted.groups());
        }
    }
}
