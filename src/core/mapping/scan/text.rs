//! Strings: found eight bytes at a time, unescaped only where they are wanted.

/// A string between its quotes, as it is written.
#[derive(Clone, Copy, Debug)]
pub struct RawText<'t> {
    /// Its bytes.
    pub(in crate::core::mapping) bytes: &'t [u8],
    /// True when there are escapes among them.
    pub(in crate::core::mapping) is_escaped: bool,
}

impl RawText<'_> {
    /// Appends the text. Says false when it is none: not UTF-8, or an escape that is not JSON's.
    pub fn append_to(self, out: &mut String) -> bool {
        if self.is_escaped {
            return self.append_unescaped(out);
        }
        let text = std::str::from_utf8(self.bytes);
        out.push_str(text.unwrap_or_default());
        text.is_ok()
    }

    /// True when every escape is one of JSON's; UTF-8 it is already.
    pub fn is_sound(self) -> bool {
        let mut at = 0;
        while let Some(found) = quote_or_escape(self.bytes, at) {
            match escape_length(self.bytes.get(found..).unwrap_or_default()) {
                Some(length) => at = found + length,
                None => return false,
            }
        }
        true
    }

    /// Escapes are rare enough to leave to `serde_json`, which knows of surrogates.
    #[cold]
    fn append_unescaped(self, out: &mut String) -> bool {
        let plain = |bytes: &[u8]| -> Option<String> {
            serde_json::from_slice(&[b"\"", bytes, b"\""].concat()).ok()
        };
        let text = plain(self.bytes).or_else(|| plain(&mended(self.bytes)));
        out.push_str(text.as_deref().unwrap_or_default());
        text.is_some()
    }
}

/// A text in which half a character, `\ud83d` without its other half, is the sign for one that is not known. Programs
/// that cut texts by UTF-16 units write such halves, and browsers read them.
fn mended(text: &[u8]) -> Vec<u8> {
    let mut sound = text.to_vec();
    let mut at = 0;
    while let Some(found) = quote_or_escape(&sound, at) {
        let rest = sound.get(found..).unwrap_or_default();
        at = found + escape_length(rest).unwrap_or(2);
        if escape_length(rest).is_none() && matches!(code_unit(rest), Some(0xd800..=0xdfff)) {
            sound[found..found + 6].copy_from_slice(b"\\ufffd");
        }
    }
    sound
}

/// How long the escape is that a text begins with; `None` when it is none. A character beyond the first plane takes
/// two.
fn escape_length(text: &[u8]) -> Option<usize> {
    match text {
        [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => Some(2),
        _ => match code_unit(text)? {
            0xd800..=0xdbff => match code_unit(text.get(6..)?)? {
                0xdc00..=0xdfff => Some(12),
                _ => None,
            },
            0xdc00..=0xdfff => None,
            _ => Some(6),
        },
    }
}

/// The number of `\uXXXX`.
fn code_unit(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
const ESCAPES: u64 = u64::from_ne_bytes([b'\\'; 8]);

/// The place of the first quote or backslash from a place on.
pub(super) fn quote_or_escape(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let mut at = from;
    for eight in rest.as_chunks::<8>().0 {
        let word = u64::from_le_bytes(*eight);
        let found = zeros(word ^ QUOTES) | zeros(word ^ ESCAPES);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let tail = text.get(at..)?;
    tail.iter().position(|byte| matches!(byte, b'"' | b'\\')).map(|place| at + place)
}

/// The high bit of every byte that is zero; bits above the lowest such byte may be wrong.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unescaped(bytes: &[u8]) -> Option<String> {
        let mut out = String::new();
        let text = RawText { bytes, is_escaped: bytes.contains(&b'\\') };
        text.append_to(&mut out).then_some(out)
    }

    const PARTS: &[&str] =
        &["a", "客", r"\n", r"\\", r"\/", r"\u5bA2", r"\ud83d", r"\uDe00", r"\u12", r"\x", "u0041"];

    #[test]
    fn texts_are_unescaped_and_what_is_no_text_is_none() {
        assert_eq!(unescaped("客 x".as_bytes()).as_deref(), Some("客 x"));
        assert_eq!(unescaped(br#"a\n\u5ba2\ud83d\ude00\""#).as_deref(), Some("a\n客😀\""));
        assert_eq!(unescaped(b"\xff"), None);
        assert_eq!(unescaped(br"\x"), None);
        assert_eq!(unescaped(br"\ud83d").as_deref(), Some("\u{fffd}"));
        assert_eq!(
            unescaped(br"a\ude00\ud83d\ude00\ud800\n").as_deref(),
            Some("a\u{fffd}😀\u{fffd}\n")
        );
        assert_eq!(unescaped(br"\ud83d\x"), None);
    }

    proptest! {
        #[test]
        fn sound_escapes_are_those_that_can_be_unescaped(parts in prop::collection::vec(prop::sample::select(PARTS), 0..8)) {
            let bytes = parts.concat();
            let text = RawText { bytes: bytes.as_bytes(), is_escaped: true };
            let strict = serde_json::from_str::<String>(&format!("\"{bytes}\""));
            prop_assert_eq!(text.is_sound(), strict.is_ok(), "{}", bytes);
            prop_assert!(strict.is_err() || unescaped(bytes.as_bytes()).is_some());
        }

        #[test]
        fn finds_what_a_plain_search_finds(text in prop::collection::vec(prop_oneof![Just(b'"'), Just(b'\\'), any::<u8>()], 0..40), from in 0usize..40) {
            let plain = text.iter().enumerate().skip(from).find(|(_, byte)| matches!(byte, b'"' | b'\\'));
            prop_assert_eq!(quote_or_escape(&text, from), plain.map(|(place, _)| place));
        }
    }
}
