//! JSONPaths as they are written for people to read.

/// The path to a member: `$.name` where the shorthand of RFC 9535 will do, `$['odd name']` elsewhere.
///
/// # Example
/// ```
/// use heartline::core::preview::json_path;
///
/// assert_eq!(json_path::member("$", "客户"), "$.客户");
/// assert_eq!(json_path::member("$.data[0]", "it's odd"), r"$.data[0]['it\'s odd']");
/// ```
pub fn member(parent: &str, name: &str) -> String {
    match is_shorthand(name) {
        true => format!("{parent}.{name}"),
        false => format!("{parent}[{}]", quoted(name)),
    }
}

/// The path to an element.
pub fn element(parent: &str, index: usize) -> String {
    format!("{parent}[{index}]")
}

/// The path to a text's place in a filter: `@.field.id` below a list's element.
pub(super) fn below(root: &str, names: &[&str]) -> String {
    names.iter().fold(root.to_owned(), |path, name| member(&path, name))
}

/// A text between the quotes of JSONPath.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        match c {
            '\'' => out.push_str(r"\'"),
            '\\' => out.push_str(r"\\"),
            '\n' => out.push_str(r"\n"),
            '\r' => out.push_str(r"\r"),
            '\t' => out.push_str(r"\t"),
            control if u32::from(control) < 0x20 => {
                out.push_str(&format!(r"\u{:04x}", u32::from(control)));
            }
            plain => out.push(plain),
        }
    }
    out.push('\'');
    out
}

/// RFC 9535's `member-name-shorthand`: a letter, `_` or what is not ASCII, then digits too.
fn is_shorthand(name: &str) -> bool {
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    name.chars().next().is_some_and(is_first)
        && name.chars().all(|c| is_first(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Selector;
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    #[test]
    fn names_are_short_where_they_can_be() {
        for (name, path) in [
            ("a_1", "$.a_1"),
            ("", "$['']"),
            ("1a", "$['1a']"),
            ("a-b", "$['a-b']"),
            ("tab\t", r"$['tab\t']"),
            ("\u{1}", r"$['\u0001']"),
        ] {
            assert_eq!(member("$", name), path);
        }
        assert_eq!(element("$.a", 3), "$.a[3]");
        assert_eq!(below("@", &["field", "the id"]), "@.field['the id']");
    }

    proptest! {
        #[test]
        fn a_path_leads_to_its_member_whatever_its_name(name: String, other: String) {
            prop_assume!(name != other);
            let mut row = Map::new();
            row.insert(name.clone(), json!({"x": [7, 8]}));
            row.insert(other, json!(0));
            let path = element(&member(&member("$", &name), "x"), 1);
            let selector = Selector::parse(&path).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let row = Value::Object(row);
            prop_assert_eq!(selector.first(&row), Some(&json!(8)), "{}", path);
        }
    }
}
