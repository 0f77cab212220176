//! What the user types to be let in, and how it is kept out of all that is shown.

use super::{Auth, Credential, Parameters, Unfit};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// What is shown in a secret's place.
const HIDDEN: &str = "•••";

/// A piece of a secret shorter than this, in characters, gives nothing away, and is found in any text.
const TELLING: usize = 4;

/// What the user types to be let in. It is sent to the connection's origin and shown nowhere.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// The user's name, where it is typed too.
    pub user: String,
    /// The key or password.
    pub key: String,
}

impl Secret {
    /// A key alone.
    pub fn key(key: &str) -> Self {
        Self { user: String::new(), key: key.to_owned() }
    }

    /// User and password as one word (RFC 7617). A colon ends the name; neither may have control characters.
    ///
    /// # Errors
    /// When they do.
    pub fn basic(&self) -> Result<String, Unfit> {
        let both = format!("{}:{}", self.user, self.key);
        match self.user.contains(':') || both.chars().any(char::is_control) {
            true => Err(Unfit),
            false => Ok(BASE64_STANDARD.encode(both)),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Hides secrets in texts that others wrote: an API may say again what it was told.
///
/// ```
/// use heartline::core::connection::{Auth, Secret, Veil};
///
/// let mut veil = Veil::default();
/// veil.add(&Auth::Bearer, &Secret::key("k3y-of-mine"));
/// assert_eq!(veil.over("invalid token k3y-of-mine!"), "invalid token •••!");
/// ```
#[derive(Clone, Default)]
pub struct Veil {
    /// Every way in which the secrets may be written.
    forms: Vec<String>,
}

impl Veil {
    /// Hides this secret from now on, in each form in which requests carry it.
    pub fn add(&mut self, auth: &Auth, secret: &Secret) {
        if let Auth::Session(_) = auth {
            // A login may have it in any of its parts.
            self.hide(secret.basic().ok());
            return self.add_text(&secret.key);
        }
        let Ok(Some(credential)) = auth.credential(secret) else { return };
        let sent = match credential {
            Credential::Header(_, value) => value.split(' ').next_back().map(str::to_owned),
            Credential::Parameter(_, value) => Some(in_query(&value)),
            Credential::Body(_, text) => Some(text),
        };
        self.hide(sent.into_iter().chain([secret.key.clone()]));
    }

    /// Hides a text from now on, as it is, in a query and in JSON.
    pub fn add_text(&mut self, text: &str) {
        let in_json = Value::from(text).to_string();
        self.hide([in_query(text), in_json.trim_matches('"').to_owned(), text.to_owned()]);
    }

    fn hide(&mut self, forms: impl IntoIterator<Item = String>) {
        self.forms.extend(forms.into_iter().filter(|form| !form.is_empty()));
        // A form that another one is part of must not keep that one from being found.
        self.forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        self.forms.dedup();
    }

    /// True when there is nothing to hide.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The text without secrets. One that was cut short may end with the beginning of one.
    pub fn over(&self, text: &str) -> String {
        self.forms.iter().fold(text.to_owned(), |text, form| hide(&text, form))
    }
}

/// A text as a query has it.
fn in_query(text: &str) -> String {
    Parameters::one("", text).set_in("").trim_start_matches("?=").to_owned()
}

fn hide(text: &str, form: &str) -> String {
    if form.chars().count() < TELLING {
        // Where a few letters are the secret, the text says more by what is left out than by what stays.
        return if text.contains(form) { HIDDEN.to_owned() } else { text.to_owned() };
    }
    let hidden = text.replace(form, HIDDEN);
    let beginnings = form.char_indices().map(|(end, _)| &form[..end]).skip(TELLING);
    match beginnings.filter_map(|beginning| hidden.strip_suffix(beginning)).last() {
        Some(rest) => format!("{rest}{HIDDEN}"),
        None => hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Written;
    use proptest::prelude::*;
    use serde_json::json;

    fn veil(auth: &Auth, secret: &Secret) -> Veil {
        let mut veil = Veil::default();
        veil.add(auth, secret);
        veil
    }

    #[test]
    fn a_secret_prints_as_none() {
        let printed = format!("{:?}", Secret { user: "eve".into(), key: "k3y".into() });
        assert!(!printed.contains("k3y") && !printed.contains("eve"));
    }

    #[test]
    fn each_form_is_hidden_and_what_was_cut_short_too() {
        let basic = Auth::Basic { user: None, password: None };
        let hidden = veil(&basic, &Secret { user: "Aladdin".into(), key: "open sesame".into() });
        let said = "no: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== (Aladdin, open sesame)";
        assert_eq!(hidden.over(said), "no: Basic ••• (Aladdin, •••)");
        let query = veil(&Auth::Query { name: "key".into() }, &Secret::key("a+b/c=d"));
        assert_eq!(query.over("/r?key=a%2Bb%2Fc%3Dd&x=1"), "/r?key=•••&x=1");
        assert_eq!(query.over("it was a+b/c"), "it was •••");
        assert_eq!(query.over("it was a+b"), "it was a+b", "three letters tell nothing");
        let short = veil(&Auth::Bearer, &Secret::key("no"));
        assert_eq!((short.over("not you"), short.over("go")), (HIDDEN.into(), "go".into()));
        assert_eq!(Veil::default().over("as it is"), "as it is");
        assert!(veil(&Auth::Bearer, &Secret::default()).is_empty());
    }

    #[test]
    fn what_a_login_says_and_gives_is_hidden_wherever_it_may_stand() {
        let session = json!({"kind": "session", "login": {"path": "l"}, "token": "$.t"});
        let session = Auth::from_json(&session).expect("an auth");
        let typed = Secret { user: "eve".into(), key: "p\"w & 密".into() };
        let mut hidden = veil(&session, &typed);
        hidden.add_text("t/0k3n");
        let pair = typed.basic().expect("one word");
        let said = [
            r#"{"password": "p\"w & 密"}"#,
            "?p=p%22w%20%26%20%E5%AF%86",
            &pair,
            "t/0k3n",
            "t%2F0k3n",
        ];
        let shown = [r#"{"password": "•••"}"#, "?p=•••", HIDDEN, HIDDEN, HIDDEN];
        assert_eq!(said.map(|said| hidden.over(said)), shown);
        let control = veil(&session, &Secret { user: "a:b".into(), key: "two\nlines".into() });
        assert_eq!(control.over("two\nlines"), HIDDEN, "also where it fits in no header");
    }

    proptest! {
        #[test]
        fn no_secret_is_seen_wherever_it_stands(
            key in "[!-~]{4,20}", before in "\\PC{0,20}", after in "\\PC{0,20}", cut in 0usize..60,
        ) {
            let hidden = veil(&Auth::Bearer, &Secret::key(&key));
            let said: String = format!("{before}{key}{after}").chars().take(cut).collect();
            let shown = hidden.over(&said);
            prop_assert!(!shown.contains(&key));
            prop_assert!(!shown.ends_with(&key[..key.len() - 1]) || key.len() <= TELLING);
        }
    }
}
