//! Paths from the body as paths within one row.

use super::RowsPlace;

impl RowsPlace {
    /// The path within its row of what is at this path from the body (from its line, where each is a row); `None`
    /// for what is in no row.
    ///
    /// ```
    /// use heartline::core::preview::RowsPlace;
    ///
    /// let rows = RowsPlace::At("$.data[*]".to_owned());
    /// assert_eq!(rows.in_row("$.data[0].who['odd name']").as_deref(), Some("$.who['odd name']"));
    /// assert_eq!(rows.in_row("$.next"), None);
    /// let columns = RowsPlace::Columns("$.data".to_owned());
    /// assert_eq!(columns.in_row("$.data.score[2]").as_deref(), Some("$.score"));
    /// ```
    pub fn in_row(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix('$')?;
        let rows = match self {
            Self::At(rows) => rows,
            Self::Lines | Self::Csv(_) => return Some(path.to_owned()),
            Self::Columns(columns) => return in_columns(columns, below),
            // What the values are called, and what is in a text, is in no path of the answer.
            Self::Named(..) | Self::Inside { .. } => return None,
        };
        let (mut rows, mut below) = (rows.strip_prefix('$')?, below);
        while !rows.is_empty() {
            let (wanted, other_rows) = step(rows)?;
            let (found, rest) = step(below)?;
            if wanted != found && !matches!(wanted, "[*]" | ".*") {
                return None;
            }
            (rows, below) = (other_rows, rest);
        }
        Some(format!("${below}"))
    }
}

/// A value of a column, or the column itself, is what the row has under the column's name.
fn in_columns(columns: &str, below: &str) -> Option<String> {
    let below = below.strip_prefix(columns.strip_prefix('$')?)?;
    let (column, value) = step(below)?;
    (value.is_empty() || value.starts_with('[')).then(|| format!("${column}"))
}

/// The first step of a path, and what follows it.
fn step(path: &str) -> Option<(&str, &str)> {
    let length = match path.as_bytes() {
        [b'[', b'\'', rest @ ..] => quoted(rest)? + 4,
        [b'[', ..] => path.find(']')? + 1,
        [b'.', rest @ ..] => 1 + rest.iter().take_while(|byte| !b".[".contains(byte)).count(),
        _ => return None,
    };
    path.split_at_checked(length)
}

/// How long a text is up to its closing quote.
fn quoted(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    while *text.get(at)? != b'\'' {
        at += if text[at] == b'\\' { 2 } else { 1 };
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_row(rows: &str, path: &str) -> Option<String> {
        RowsPlace::At(rows.to_owned()).in_row(path)
    }

    #[test]
    fn any_step_stands_for_a_wildcard_and_no_other() {
        assert_eq!(in_row("$[*]", "$[2].a[0]").as_deref(), Some("$.a[0]"));
        assert_eq!(in_row("$.by_id.*", "$.by_id.r1.score").as_deref(), Some("$.score"));
        assert_eq!(in_row("$.by_id.*", "$.by_id['r 1'].score").as_deref(), Some("$.score"));
        assert_eq!(in_row("$.groups[*].list[*]", "$.groups[0].list[1].x").as_deref(), Some("$.x"));
        assert_eq!(in_row("$['a.b'][*]", r"$['a.b'][0]['it\'s']").as_deref(), Some(r"$['it\'s']"));
        assert_eq!(in_row("$", "$.a").as_deref(), Some("$.a"));
        assert_eq!(in_row("$[*]", "$[0]").as_deref(), Some("$"), "the row itself");
        assert_eq!(in_row("$.data[*]", "$.data"), None);
        assert_eq!(in_row("$.data[*]", "$.meta[0].x"), None);
        assert_eq!(RowsPlace::Lines.in_row("$.a").as_deref(), Some("$.a"));
    }
}
