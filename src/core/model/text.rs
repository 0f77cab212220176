//! Text that may exist in several languages.

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

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
///
/// In JSON it is a text, or an object of texts by BCP 47 tag: `{"en": "Bill", "zh-CN": "账单"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText {
    /// Text by language tag; a text without a language stands under the empty tag.
    entries: Vec<(String, String)>,
}

impl LocalText {
    /// A text that is the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().with("", text)
    }

    /// Adds the text of a language, by its tag; an empty text is no text and is left out.
    pub fn with(mut self, tag: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push((tag.into(), text));
        }
        self
    }

    /// The text for a reader of `lang`: in that language, else without one, else the first there is,
    /// else empty.
    pub fn get(&self, lang: Lang) -> &str {
        let of = |tag: &dyn Fn(&str) -> bool| self.entries.iter().find(|(t, _)| tag(t));
        let found = of(&|tag| Lang::from_tag(tag) == Some(lang)).or_else(|| of(&str::is_empty));
        found.or(self.entries.first()).map_or("", |(_, text)| text)
    }

    /// Every text with the tag of its language, which is empty for a text without one.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// The text for a reader of `lang` and no one else: what another text said in its place gives way.
    ///
    /// ```
    /// use heartline::core::model::{Lang, LocalText};
    ///
    /// let both = LocalText::default().with("en", "Bill").with("zh-CN", "账单");
    /// assert_eq!(both.saying(Lang::En, "Invoice").get(Lang::En), "Invoice");
    /// assert_eq!(both.saying(Lang::En, "Invoice").get(Lang::Zh), "账单");
    /// assert_eq!(LocalText::plain("Bill").saying(Lang::Zh, "账单"), LocalText::plain("账单"));
    /// ```
    #[must_use]
    pub fn saying(&self, lang: Lang, text: &str) -> Self {
        let is_meant = |(tag, _): &&(String, String)| Lang::from_tag(tag) == Some(lang);
        let place = self
            .entries
            .iter()
            .find(is_meant)
            .or_else(|| self.entries.iter().find(|(tag, _)| tag.is_empty()));
        let tag = match (place, self.is_empty()) {
            (Some((tag, _)), _) => tag.clone(),
            (None, true) => String::new(),
            (None, false) => lang.tag().to_owned(),
        };
        let others = self.entries.iter().filter(|(other, _)| *other != tag);
        let mut said: Vec<_> = others.cloned().collect();
        let at = self.entries.iter().position(|(other, _)| *other == tag).unwrap_or(said.len());
        if !text.is_empty() {
            said.insert(at.min(said.len()), (tag, text.to_owned()));
        }
        Self { entries: said }
    }

    /// True when no language has any text.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = LocalText;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text, or texts by language")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<LocalText, E> {
        Ok(LocalText::plain(text))
    }

    fn visit_unit<E: de::Error>(self) -> Result<LocalText, E> {
        Ok(LocalText::default())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<LocalText, E> {
        Ok(LocalText::plain(number.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<LocalText, E> {
        Ok(LocalText::plain(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LocalText, A::Error> {
        let mut texts = LocalText::default();
        while let Some((tag, text)) = map.next_entry::<String, Option<String>>()? {
            texts = texts.with(tag, text.unwrap_or_default());
        }
        Ok(texts)
    }
}

/// Bytes that do not say what they are hold the entries as they stand.
impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.is_human_readable() {
            true => deserializer.deserialize_any(TextVisitor),
            false => Vec::deserialize(deserializer).map(|entries| Self { entries }),
        }
    }
}

impl Serialize for LocalText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (serializer.is_human_readable(), &self.entries[..]) {
            (false, entries) => entries.serialize(serializer),
            (true, []) => serializer.serialize_str(""),
            (true, [(tag, text)]) if tag.is_empty() => serializer.serialize_str(text),
            (true, entries) => {
                serializer.collect_map(entries.iter().map(|(tag, text)| (tag, text)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_a_text_without_language_then_to_the_first() {
        let both = LocalText::default().with("en", "Bill").with("zh-CN", "账单");
        assert_eq!(both.get(Lang::Zh), "账单");
        assert_eq!(LocalText::plain("Bill").get(Lang::Zh), "Bill");
        assert_eq!(LocalText::default().with("zh", "账单").get(Lang::En), "账单");
        assert_eq!(LocalText::default().get(Lang::En), "");
    }

    #[test]
    fn reads_language_tags_by_their_primary_subtag() {
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("en_GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fr"), None);
    }

    #[test]
    fn json_gives_one_text_or_several() {
        let text = |json: &str| serde_json::from_str::<LocalText>(json);
        assert_eq!(text(r#""Bill""#).ok(), Some(LocalText::plain("Bill")));
        assert_eq!(text("7").ok(), Some(LocalText::plain("7")));
        assert_eq!(text("null").ok(), Some(LocalText::default()));
        let both = text(r#"{"zh-CN": "账单", "fr": "Note", "en": null}"#).expect("texts");
        assert_eq!((both.get(Lang::Zh), both.get(Lang::En)), ("账单", "账单"));
        assert!(text("[1]").is_err());
    }

    #[test]
    fn a_text_is_written_as_it_is_read() {
        let both = LocalText::default().with("en", "Bill").with("zh-CN", "账单");
        for one in [LocalText::default(), LocalText::plain("Bill"), both] {
            let json = serde_json::to_string(&one).expect("JSON");
            assert_eq!(serde_json::from_str::<LocalText>(&json).expect("a text"), one);
            let bytes = postcard::to_allocvec(&one).expect("bytes");
            assert_eq!(postcard::from_bytes::<LocalText>(&bytes).expect("a text"), one);
        }
        let json = serde_json::to_string(&LocalText::plain("Bill")).expect("JSON");
        assert_eq!(json, r#""Bill""#);
    }
}
