//! Tables of every form, in pieces of any size.

use super::header::LONGEST_HEAD;
use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The rows of a body that arrives in pieces of so many bytes.
fn read(csv: Csv, body: &[u8], size: usize) -> (Vec<Value>, CsvLines) {
    let mut lines = CsvLines::new(csv);
    body.chunks(size.max(1)).for_each(|piece| lines.push(piece));
    lines.finish();
    let rows = lines.lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let rows = rows.map(|line| serde_json::from_slice(line).expect("JSON")).collect();
    (rows, lines)
}

fn rows(body: &str) -> Vec<Value> {
    let (whole, lines) = read(Csv::Found, body.as_bytes(), usize::MAX);
    assert_eq!((lines.rows(), lines.fault()), (whole.len() as u64, None), "{body}");
    for size in 1..body.len() {
        assert_eq!(read(Csv::Found, body.as_bytes(), size).0, whole, "{size}: {body}");
    }
    whole
}

fn fault(body: &[u8]) -> Option<CsvFault> {
    read(Csv::Found, body, 3).1.fault().cloned()
}

#[test]
fn the_separator_is_what_the_first_line_has_most_of() {
    let row = [json!({"门店": "a", "评分": "9"})];
    for body in [
        "门店,评分\na,9\n",
        "门店;评分\r\na;9",
        "门店\t评分\ra\t9\r",
        "\u{feff}\n门店;评分\na;9\n\n",
    ] {
        assert_eq!(rows(body), row);
    }
    assert_eq!(rows("sep=;\n门店;评分\na;9\n"), row, "a spreadsheet says it");
    assert_eq!(rows("\"a,b,c\";d\n1;2\n"), [json!({"a,b,c": "1", "d": "2"})]);
    assert_eq!(rows("5\";b\n1;2\n"), [json!({"5\"": "1", "b": "2"})]);
    assert_eq!(rows("only\n1\n2"), [json!({"only": "1"}), json!({"only": "2"})]);
    let (said, _) = read(Csv::Commas, b"a;b,c\n1;2,3\n", 4);
    assert_eq!(said, [json!({"a;b": "1;2", "c": "3"})]);
}

#[test]
fn quotes_hold_separators_line_breaks_and_quotes() {
    let body = "a,b\n\"x,\r\ny\",\"say \"\"so\"\"\"\n 1 ,\\\"\t\n";
    let expected = [json!({"a": "x,\r\ny", "b": "say \"so\""}), json!({"a": " 1 ", "b": "\\\"\t"})];
    assert_eq!(rows(body), expected);
}

#[test]
fn columns_have_names_of_their_own() {
    let expected = [json!({"a": "1", "column_2": "2", "a_2": "3", "a_3": "4", "a_2_2": "5"})];
    assert_eq!(rows(" a ,,a,a,a_2\n1,2,3,4,5\n"), expected);
    assert_eq!(rows("\ta\n1\t2\n"), [json!({"column_1": "1", "a": "2"})]);
}

#[test]
fn an_empty_cell_is_null_and_an_empty_line_no_row() {
    let expected = [json!({"a": "1", "b": null}), json!({"a": null, "b": "2"})];
    assert_eq!(rows("a,b\n1,\n\n,\n , \n\"\",2\n,,\n"), expected);
    assert_eq!(rows("a,b\n"), [] as [Value; 0]);
}

#[test]
fn a_row_that_is_too_short_or_too_long_is_told() {
    let (found, lines) = read(Csv::Found, b"a,b\n1\n1,2\n1,2,3\n", 5);
    assert_eq!(
        found,
        [json!({"a": "1"}), json!({"a": "1", "b": "2"}), json!({"a": "1", "b": "2"})]
    );
    let told: Vec<_> = lines.flaws.iter().map(|(row, flaw)| (*row, flaw.value.as_str())).collect();
    assert_eq!(told, [(1, "1 / 2"), (3, "3 / 2")]);
}

#[test]
fn what_is_no_table_is_told() {
    assert_eq!(fault(b""), Some(CsvFault::Empty));
    assert_eq!(fault(b"\xef\xbb\xbf\r\n"), Some(CsvFault::Empty));
    assert_eq!(fault(b"\xc3\xc5\xb5\xea,b\n1,2\n"), Some(CsvFault::NotUtf8), "GB18030");
    assert_eq!(fault(b"\xff\xfea\0,\0b\0\n\0"), Some(CsvFault::NotUtf8), "UTF-16");
    for other in ["<!doctype html>\n<p>", " {\"error\": 1}", "[1]"] {
        assert!(matches!(fault(other.as_bytes()), Some(CsvFault::NotATable(_))), "{other}");
    }
    let endless = [b"a,\"".as_slice(), &[b'x'; LONGEST_HEAD]].concat();
    assert!(matches!(fault(&endless), Some(CsvFault::NotATable(_))));
    let endless = [b"a,b\n\"".as_slice(), &vec![b'x'; LONGEST_ROW + 1]].concat();
    assert_eq!(read(Csv::Found, &endless, 1 << 16).1.fault(), Some(&CsvFault::EndlessRow));
}

fn written(cell: &str, separator: char) -> String {
    let needs_quotes = cell.contains([separator, '"', '\n', '\r']);
    if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        table in prop::collection::vec(prop::collection::vec("[ -~\n\r客\t]{0,6}", 3), 0..9),
        kind in 1usize..4, end in prop::sample::select(vec!["\n", "\r\n", "\r"]), size in 1usize..40,
    ) {
        let csv = Csv::ALL[kind];
        let separator = char::from(csv.separator().unwrap_or_default());
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| written(cell, separator)).collect();
            cells.join(&separator.to_string()) + end
        };
        let body = line(&["p".into(), "q".into(), "r".into()]) + &table.iter().map(|row| line(row)).collect::<String>();
        let cell = |cell: &String| if cell.trim_ascii().is_empty() { Value::Null } else { json!(cell) };
        let row = |row: &Vec<String>| json!({"p": cell(&row[0]), "q": cell(&row[1]), "r": cell(&row[2])});
        let is_blank = |row: &&Vec<String>| row.iter().all(|cell| cell.trim_ascii().is_empty());
        let expected: Vec<Value> = table.iter().filter(|row| !is_blank(row)).map(row).collect();
        let (found, lines) = read(csv, body.as_bytes(), size);
        prop_assert_eq!(found, expected);
        prop_assert_eq!(lines.flaws, vec![]);
    }

    #[test]
    fn whatever_comes_makes_rows_and_cuts_change_nothing(
        body in prop::collection::vec(prop::sample::select(b"ab,;\t\"\n\r {<\xe5\x00=sep".to_vec()), 0..120),
        size in 1usize..20,
    ) {
        let (mut whole, mut cut) = (CsvLines::new(Csv::Found), CsvLines::new(Csv::Found));
        whole.push(&body);
        body.chunks(size).for_each(|piece| cut.push(piece));
        whole.finish();
        cut.finish();
        prop_assert_eq!(&whole.lines, &cut.lines);
        prop_assert_eq!((whole.fault(), whole.rows()), (cut.fault(), cut.rows()));
        prop_assert_eq!(whole.lines.iter().filter(|byte| **byte == b'\n').count() as u64, whole.rows());
    }
}
