//! Names of members, taken apart so that they can be compared.

/// A name as words: `submittedAt`, `submitted_at` and `Submitted at` are the same.
///
/// Letters of other scripts stay together: their words have no blanks between them.
pub(super) fn normal(name: &str) -> String {
    let mut out = String::new();
    let mut before: Option<char> = None;
    for c in name.chars() {
        let begins =
            c.is_uppercase() && before.is_some_and(|b| b.is_lowercase() || b.is_ascii_digit());
        if begins || !c.is_alphanumeric() {
            out.push(' ');
        }
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How well a name is one of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The word is in the name.
    Within,
    /// The word is the name.
    Same,
}

/// How a normal name is like a normal word.
pub(super) fn likeness(name: &str, word: &str) -> Option<Likeness> {
    if name == word {
        return Some(Likeness::Same);
    }
    let mut found = name.match_indices(word);
    let is_whole = |at: usize| {
        let (before, after) = (name.get(..at), name.get(at + word.len()..));
        let ends = |text: Option<&str>| text.is_some_and(str::is_empty);
        (ends(before) || before.is_some_and(|text| text.ends_with(' ')))
            && (ends(after) || after.is_some_and(|text| text.starts_with(' ')))
    };
    // Words of other scripts have no blanks between them.
    let is_within = found.any(|(at, _)| !word.is_ascii() || is_whole(at));
    is_within.then_some(Likeness::Within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        for name in ["submittedAt", "submitted_at", "Submitted at", "submitted-at", "SUBMITTED_AT"]
        {
            assert_eq!(normal(name), "submitted at", "{name}");
        }
        assert_eq!(normal("q2Score"), "q2 score");
        assert_eq!(normal("提交时间(UTC)"), "提交时间 utc");
    }

    #[test]
    fn a_word_is_found_whole_or_not_at_all() {
        assert_eq!(likeness("date", "date"), Some(Likeness::Same));
        assert_eq!(likeness("order date", "date"), Some(Likeness::Within));
        assert_eq!(likeness("update", "date"), None);
        assert_eq!(likeness("dates date", "date"), Some(Likeness::Within));
        assert_eq!(likeness("date of birth", "date"), Some(Likeness::Within));
        assert_eq!(likeness("总体满意度", "满意"), Some(Likeness::Within));
        assert!(Likeness::Same > Likeness::Within);
    }
}
