//! Whole numbers as JSON has them: `1.0` is one, too.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A type of whole numbers, and how far it goes.
pub(super) trait Bounded: TryFrom<i128> {
    const FROM: i128;
    const TO: i128;
}

macro_rules! bounded {
    ($($number:ty),*) => {$(
        impl Bounded for $number {
            const FROM: i128 = <$number>::MIN as i128;
            const TO: i128 = <$number>::MAX as i128;
        }
    )*};
}

bounded!(u64, u32, usize, i32, i16);

/// Reads a whole number.
pub(super) fn whole<'de, D: Deserializer<'de>, T: Bounded>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(OneVisitor(PhantomData))
}

/// Reads a list of whole numbers.
pub(super) fn wholes<'de, D: Deserializer<'de>, T: Bounded>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_seq(ManyVisitor(PhantomData))
}

/// One of a list.
struct Whole<T>(T);

impl<'de, T: Bounded> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(deserializer).map(Whole)
    }
}

struct OneVisitor<T>(PhantomData<T>);

impl<T: Bounded> OneVisitor<T> {
    fn fit<E: Error>(&self, number: i128, given: Unexpected) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(given, self))
    }
}

impl<T: Bounded> Visitor<'_> for OneVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a whole number from {} to {}", T::FROM, T::TO)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.fit(number.into(), Unexpected::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.fit(number.into(), Unexpected::Signed(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        let given = Unexpected::Float(number);
        // What is no whole number is not made one.
        if number.fract() == 0.0 {
            self.fit(number as i128, given)
        } else {
            Err(E::invalid_value(given, &self))
        }
    }
}

struct ManyVisitor<T>(PhantomData<T>);

impl<'de, T: Bounded> Visitor<'de> for ManyVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of whole numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut all = Vec::new();
        while let Some(Whole(number)) = list.next_element()? {
            all.push(number);
        }
        Ok(all)
    }
}
