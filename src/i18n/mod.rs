//! Messages in every language, side by side.
//!
//! A message is a function of the language, and of what it speaks of. Both texts stand together, so
//! none can be missing, and the compiler sees to their blanks: `{n}` must be an argument. This takes
//! no library: one that does the same was measured at 20 KB more over the wire.

/// Makes messages: `name { "English" "中文" }`, or `name(n) { "{n} rows" "{n} 行" }` with texts to
/// fill in. One that counts has its number in brackets and says in English how one and how more than one are put:
/// `name[n] { "1 row" | "{n} rows" "{n} 行" }`; Chinese puts both alike. The number comes as it is, and is written as
/// the reader's language writes it. Nothing at all is for the caller to say.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident $([$count:ident])? $(($($blank:ident),+))? { $($text:tt)+ })*) => {
        $($crate::i18n::message! { $(#[$doc])* $name $([$count])? $(($($blank),+))? { $($text)+ } })*
    };
}

macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $en:literal $zh:literal }) => {
        $(#[$doc])*
        #[doc = $en]
        pub fn $name(lang: $crate::core::model::Lang) -> &'static str {
            match lang {
                $crate::core::model::Lang::En => $en,
                $crate::core::model::Lang::Zh => $zh,
            }
        }
    };
    ($(#[$doc:meta])* $name:ident ($($blank:ident),+) { $en:literal $zh:literal }) => {
        $(#[$doc])*
        #[doc = $en]
        pub fn $name(lang: $crate::core::model::Lang, $($blank: &str),+) -> String {
            match lang {
                $crate::core::model::Lang::En => format!($en),
                $crate::core::model::Lang::Zh => format!($zh),
            }
        }
    };
    ($(#[$doc:meta])* $name:ident [$count:ident] $(($($blank:ident),+))? { $one:literal | $en:literal $zh:literal }) => {
        $(#[$doc])*
        #[doc = $en]
        pub fn $name(lang: $crate::core::model::Lang, count: u64 $($(, $blank: &str)+)?) -> String {
            let $count = $crate::platform::number_text(count as f64, 0, lang);
            match (lang, count) {
                ($crate::core::model::Lang::En, 1) => format!($one),
                ($crate::core::model::Lang::En, _) => format!($en),
                ($crate::core::model::Lang::Zh, _) => format!($zh),
            }
        }
    };
}

pub(crate) use {message, messages};
