//! The reader's language and theme.

use super::Navigation;
use crate::core::model::Lang;
use crate::platform::{Keep, load, page_language, save, set_language, set_theme};
use leptos::prelude::*;

const LANGUAGE: &str = "heartline.language";
const THEME: &str = "heartline.theme";

/// A choice of theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All choices.
    pub const ALL: [Theme; 3] = [Theme::Device, Theme::Light, Theme::Dark];

    /// The name it is kept under, and known by in the styles.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Device => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn from_id(id: &str) -> Theme {
        Self::ALL.into_iter().find(|theme| theme.id() == id).unwrap_or_default()
    }
}

/// The reader's language and theme.
#[derive(Clone, Copy)]
pub struct Preferences {
    own_lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
    lang: Memo<Lang>,
}

impl Preferences {
    /// The ones the app has begun.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self::begin(Navigation::here()))
    }

    /// As the link says, else as was chosen before, else as the device is set.
    pub fn begin(navigation: Navigation) -> Self {
        let kept = load(Keep::Device, LANGUAGE).and_then(|tag| Lang::from_tag(&tag));
        let own_lang = RwSignal::new(kept.unwrap_or_else(page_language));
        let lang = Memo::new(move |_| navigation.lang().unwrap_or_else(|| own_lang.get()));
        let theme = Theme::from_id(&load(Keep::Device, THEME).unwrap_or_default());
        let preferences = Self { own_lang, theme: RwSignal::new(theme), lang };
        Effect::new(move |_| set_language(lang.get()));
        Effect::new(move |_| set_theme(preferences.theme.get().id()));
        preferences
    }

    /// The language to read in.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// Reads in another language from now on. A device that keeps nothing keeps it for this visit.
    pub fn choose_lang(self, lang: Lang, navigation: Navigation) {
        save(Keep::Device, LANGUAGE, lang.tag());
        self.own_lang.set(lang);
        navigation.change(|place| place.lang = Some(lang));
    }

    /// The theme chosen.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Chooses another theme.
    pub fn choose_theme(self, theme: Theme) {
        save(Keep::Device, THEME, theme.id());
        self.theme.set(theme);
    }
}
