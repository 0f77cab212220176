//! Text that may exist in several languages.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Both languages, in the order they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag: `zh`, `zh-CN` and `zh-Hans` are Chinese.
    /// `None` for any language the interface does not speak.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Lang::En),
            "zh" => Some(Lang::Zh),
            _ => None,
        }
    }
}

/// One text, in as many languages as its author wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalText {
    /// Text per language; a text without a language stands under `None`.
    entries: Vec<(Option<Lang>, String)>,
}

impl LocalText {
    /// A text that is the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { entries: vec![(None, text.into())] }
    }

    /// Adds the text of one language; an empty text is not a text and is left out.
    pub fn with(mut self, lang: Option<Lang>, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push((lang, text));
        }
        self
    }

    /// The text for a reader of `lang`: in that language, else without one, else the first there is,
    /// else empty.
    pub fn get(&self, lang: Lang) -> &str {
        let of = |want| self.entries.iter().find(|(l, _)| *l == want);
        of(Some(lang)).or_else(|| of(None)).or(self.entries.first()).map_or("", |(_, text)| text)
    }

    /// True when no language has any text.
    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(|(_, text)| text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_a_text_without_language_then_to_the_first() {
        let both = LocalText::default().with(Some(Lang::En), "Bill").with(Some(Lang::Zh), "账单");
        assert_eq!(both.get(Lang::Zh), "账单");
        assert_eq!(LocalText::plain("Bill").get(Lang::Zh), "Bill");
        assert_eq!(LocalText::default().with(Some(Lang::Zh), "账单").get(Lang::En), "账单");
        assert_eq!(LocalText::default().get(Lang::En), "");
    }

    #[test]
    fn reads_language_tags_by_their_primary_subtag() {
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("en_GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
    }
}
