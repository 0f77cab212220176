//! Pieces of JSON text that may still be arriving.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// What the text at hand begins with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<T> {
    /// It is all there, and this long.
    Whole(T, usize),
    /// It goes on in text that has not arrived.
    More,
    /// It is not JSON.
    Wrong,
}

/// Where the text goes on after white space.
pub(super) fn skip_space(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The extent of the JSON value the text begins with. `ended` says that no more text will come.
pub(super) fn value(text: &[u8], ended: bool) -> Piece<()> {
    let mut values = Deserializer::from_slice(text).into_iter::<IgnoredAny>();
    match values.next() {
        None => Piece::More,
        Some(Err(error)) if error.is_eof() => Piece::More,
        Some(Err(_)) => Piece::Wrong,
        Some(Ok(_)) => {
            let length = values.byte_offset();
            let may_go_on = length == text.len() && !ended && !ends_itself(text);
            if may_go_on { Piece::More } else { Piece::Whole((), length) }
        }
    }
}

/// The text's first value, a string, as the name of a member, and where the member's value begins.
pub(super) fn member_name(text: &[u8]) -> Piece<String> {
    let mut names = Deserializer::from_slice(text).into_iter::<String>();
    match names.next() {
        None => Piece::More,
        Some(Err(error)) if error.is_eof() => Piece::More,
        Some(Err(_)) => Piece::Wrong,
        Some(Ok(name)) => {
            let colon = skip_space(text, names.byte_offset());
            match text.get(colon) {
                None => Piece::More,
                Some(b':') => Piece::Whole(name, colon + 1),
                Some(_) => Piece::Wrong,
            }
        }
    }
}

/// True when the value's last byte closes it: a number could have more digits to come.
fn ends_itself(text: &[u8]) -> bool {
    matches!(text.last(), Some(b'}' | b']' | b'"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_at_the_end_may_have_more_digits() {
        assert_eq!(value(b"12", false), Piece::More);
        assert_eq!(value(b"12", true), Piece::Whole((), 2));
        assert_eq!(value(b"12,", false), Piece::Whole((), 2));
        assert_eq!(value(b"[12]", false), Piece::Whole((), 4));
        assert_eq!(value(b"{\"a\": tr", false), Piece::More);
        assert_eq!(value(b"<html>", false), Piece::Wrong);
        assert_eq!(value(b"", false), Piece::More);
    }

    #[test]
    fn a_name_is_there_once_its_colon_is() {
        assert_eq!(member_name(b"\"na"), Piece::More);
        assert_eq!(member_name(b"\"na\" "), Piece::More);
        assert_eq!(member_name(b"\"n\\u0061\" : 1"), Piece::Whole("na".into(), 11));
        assert_eq!(member_name(b"7"), Piece::Wrong);
    }
}
