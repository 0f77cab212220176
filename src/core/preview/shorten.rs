//! Values made short enough to look at.

/// The longest value shown, in characters.
pub const SHOWN_CHARS: usize = 120;

/// A value as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Shown {
    /// The value, or its beginning.
    pub text: String,
    /// True when there is more of it.
    pub goes_on: bool,
}

impl Shown {
    /// A text, or its first [`SHOWN_CHARS`] characters.
    ///
    /// # Example
    /// ```
    /// use heartline::core::preview::Shown;
    ///
    /// assert!(!Shown::of("slow").goes_on);
    /// let long = Shown::of(&"客".repeat(500));
    /// assert!(long.goes_on && long.text.chars().all(|c| c == '客'));
    /// ```
    pub fn of(text: &str) -> Self {
        Self::up_to(text, SHOWN_CHARS)
    }

    /// A text, or so many characters of it.
    pub(super) fn up_to(text: &str, chars: usize) -> Self {
        let end = text.char_indices().nth(chars).map(|(at, _)| at);
        let text_to = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
        Self { text: text_to.to_owned(), goes_on: end.is_some() }
    }
}
