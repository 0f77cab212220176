//! Numbers: whole ones quickly, others as the standard library reads them.

/// A number of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number that fits.
    Whole(i64),
    /// Any other; infinite when it is beyond all bounds.
    Float(f64),
}

/// Digits that surely fit 64 bits.
const SAFE_DIGITS: usize = 18;

/// The number a word stands for; `None` when it stands for none.
pub fn number(word: &[u8]) -> Option<Number> {
    let (is_negative, digits) = match word {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if !digits.first()?.is_ascii_digit() {
        return None;
    }
    if digits.len() > SAFE_DIGITS || !digits.iter().all(u8::is_ascii_digit) {
        return long_or_fractional(word);
    }
    let whole = digits.iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(Number::Whole(if is_negative { -whole } else { whole }))
}

fn long_or_fractional(word: &[u8]) -> Option<Number> {
    let is_numeric = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
    let text =
        std::str::from_utf8(word).ok().filter(|text| text.bytes().all(|b| is_numeric(&b)))?;
    let whole = text.parse().ok().map(Number::Whole);
    whole.or_else(|| text.parse().ok().map(Number::Float))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_are_no_numbers_are_none() {
        for word in ["", "-", "true", "inf", "-inf", "nan", "1x", ".5", "+1", "0x10", "1_000"] {
            assert_eq!(number(word.as_bytes()), None, "{word}");
        }
    }

    #[test]
    fn numbers_beyond_all_bounds_are_infinite_and_long_ids_keep_their_digits() {
        assert_eq!(number(b"1e999"), Some(Number::Float(f64::INFINITY)));
        assert_eq!(number(b"9223372036854775807"), Some(Number::Whole(i64::MAX)));
        assert_eq!(number(b"9223372036854775808"), Some(Number::Float(9223372036854775808.0)));
    }

    proptest! {
        #[test]
        fn reads_what_was_written(whole: i64, float: f64) {
            prop_assert_eq!(number(whole.to_string().as_bytes()), Some(Number::Whole(whole)));
            if float.is_finite() {
                let text = serde_json::Value::from(float).to_string();
                let read = match number(text.as_bytes()) {
                    Some(Number::Float(read)) => read,
                    Some(Number::Whole(read)) => read as f64,
                    None => f64::NAN,
                };
                prop_assert_eq!(read, float);
            }
        }
    }
}
