//! Problems as a file that spreadsheets open.

use super::DataScene;
use crate::core::calendar::Timestamp;
use crate::core::mapping::{Problem, ReasonKind};

/// Spreadsheets take a text for UTF-8 only if it begins with it.
const BYTE_ORDER_MARK: char = '\u{feff}';

const HEAD: &str = "connection,feed,row,since,field,reason,value";

impl DataScene {
    /// The problems listed for a reason, or for all, as CSV (RFC 4180): number of the connection from 1, feed, row of the answer, from when on the
    /// answer was asked for if it was a part, JSONPath, reason and the beginning of the value. A text that a
    /// spreadsheet would take for a formula has an apostrophe before it.
    pub fn problems_csv(&self, kind: Option<ReasonKind>) -> String {
        let mut file = format!("{BYTE_ORDER_MARK}{HEAD}\r\n");
        for problem in self.listed(kind) {
            file.push_str(&line(problem));
            file.push_str("\r\n");
        }
        file
    }
}

fn line(problem: &Problem) -> String {
    let Problem { feed, source, row, since, reason } = problem;
    let source = (source + 1).to_string();
    let since = since.map(Timestamp::iso).unwrap_or_default();
    let [feed, row, kind] = [feed.id(), &row.to_string(), reason.kind.id()];
    let cells = [&source, feed, row, &since, &reason.field, kind, &reason.value];
    cells.map(cell).join(",")
}

/// A cell that is read back as the text it is.
fn cell(text: &str) -> String {
    let acts = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(text);
    let text = format!("{}{text}", if acts { "'" } else { "" });
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

/// True for digits with a sign and a point at most; to read what is any number takes kilobytes.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::FeedKind;
    use crate::core::mapping::Reason;

    fn problem(kind: ReasonKind, value: &str) -> Problem {
        let reason = Reason::new(kind, "$.a['b,c']", value);
        Problem { feed: FeedKind::Responses, source: 0, row: 7, since: None, reason }
    }

    #[test]
    fn every_problem_is_a_line_and_a_reason_alone_if_wanted() {
        let late = Problem {
            since: Some(Timestamp(1_793_460_600_000)),
            ..problem(ReasonKind::NotADate, "soon")
        };
        let scene = DataScene {
            first: vec![problem(ReasonKind::OffScale, "11"), late],
            ..DataScene::default()
        };
        assert_eq!(
            scene.problems_csv(None),
            "\u{feff}connection,feed,row,since,field,reason,value\r\n\
             1,responses,7,,\"$.a['b,c']\",off_scale,11\r\n\
             1,responses,7,2026-10-31T15:30:00Z,\"$.a['b,c']\",not_a_date,soon\r\n"
        );
        assert_eq!(scene.problems_csv(Some(ReasonKind::OffScale)).lines().count(), 2);
    }

    #[test]
    fn nothing_in_a_cell_is_taken_for_a_formula_or_ends_it() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for formula in ["+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(cell(formula).trim_start_matches('"').starts_with('\''), "{formula:?}");
        }
        assert_eq!((cell("-5").as_str(), cell("+4.5").as_str()), ("-5", "+4.5"));
        assert_eq!(cell("two\nlines"), "\"two\nlines\"");
    }
}
