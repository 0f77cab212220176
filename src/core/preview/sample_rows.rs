//! The rows of a sample, found by the reader that finds them in whole answers.

use super::Sample;
use crate::core::connection::{Container, RowsPath};
use crate::core::mapping::{
    BodyError, BodyReader, Broken, Reason, RowSink, Scanner, Values, WholeSink, whole_rows,
};

impl Sample<'_> {
    /// Hands on the rows of the sample, and says how many there are. That it was cut off is no failure: its last row
    /// is left out if it is not all there.
    ///
    /// # Errors
    /// When there are none to be found, or the answer itself breaks off.
    pub(super) fn rows(self, path: &RowsPath, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        if path.container().is_none() && !self.is_whole() {
            return self.rows_of_closed(path, sink);
        }
        if path.csv().is_some() && !self.is_whole() {
            return Ok(rows_of_torn(self.bytes(), path, sink));
        }
        match read(self.whole_lines(path), path, sink) {
            Err(BodyError::CutOff { rows }) if !self.is_whole() => Ok(rows),
            ended => ended,
        }
    }

    /// Where a row is a line, the line that was cut off might pass for one that is wrong.
    fn whole_lines(&self, path: &RowsPath) -> &[u8] {
        let bytes = self.bytes();
        let is_torn = path.container() == Some(Container::Lines) && !self.is_whole();
        let end = bytes.iter().rposition(|byte| *byte == b'\n').filter(|_| is_torn);
        bytes.get(..end.map_or(bytes.len(), |end| end + 1)).unwrap_or_default()
    }

    /// Some rows want the whole body. Of one that was cut off it is shown what is there; the last row is most often the
    /// one that lacks something, and columns are as short as the last that came.
    fn rows_of_closed(self, path: &RowsPath, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        let Some(body) = self.value() else { return read(self.bytes(), path, sink) };
        let mut held = Held::default();
        match whole_rows(path, &body, &mut held) {
            // A text that was cut off is not there at all.
            Err(_) if path.inside().is_some() => return Err(BodyError::CutOff { rows: 0 }),
            found => found?,
        }
        let whole = held.0.split_last().map_or(&[][..], |(_, whole)| whole);
        for (text, number) in whole.iter().zip(1..) {
            if sink.row(number, text.as_bytes()).is_err() {
                sink.unreadable(number, text);
            }
        }
        Ok(whole.len() as u64)
    }
}

/// Where a row ends in CSV its reader alone knows: one that was cut off is left unfinished.
fn rows_of_torn(bytes: &[u8], path: &RowsPath, sink: &mut dyn RowSink) -> u64 {
    let mut reader = BodyReader::new(path.clone());
    reader.push(bytes, sink);
    reader.rows()
}

/// The texts of rows that may not all be there.
#[derive(Default)]
struct Held(Vec<String>);

impl WholeSink for Held {
    fn row(&mut self, text: String) {
        self.0.push(text);
    }

    /// What was cut off is uneven by that alone.
    fn flaw(&mut self, _: u64, _: Reason) {}
}

fn read(bytes: &[u8], path: &RowsPath, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
    let mut reader = BodyReader::new(path.clone());
    reader.push(bytes, sink);
    reader.finish(sink)
}

/// Of the rows after the first ones every so-manieth is taken: what is seldom may come late.
const STRIDE: u64 = 61;

/// The first rows as values, and about as many of the others.
#[derive(Debug, Default)]
pub(super) struct SomeRows {
    most: u64,
    values: Values,
}

impl SomeRows {
    /// The first rows of a sample, as many of those after them at most, and how many rows it has.
    ///
    /// # Errors
    /// As [`Sample::rows`].
    pub(super) fn of(
        sample: Sample,
        path: &RowsPath,
        most: u64,
    ) -> Result<(Values, u64), BodyError> {
        let mut some = Self { most, values: Values::default() };
        let rows = sample.rows(path, &mut some)?;
        Ok((some.values, rows))
    }
}

impl RowSink for SomeRows {
    fn row(&mut self, number: u64, text: &[u8]) -> Result<usize, Broken> {
        let has_room = (self.values.rows.len() as u64) < 2 * self.most;
        if number <= self.most || (has_room && number.is_multiple_of(STRIDE)) {
            return self.values.row(number, text);
        }
        let mut scanner = Scanner::new(text);
        scanner.skip().map(|()| scanner.at())
    }

    fn flaw(&mut self, number: u64, reason: Reason) {
        self.values.flaw(number, reason);
    }

    fn unreadable(&mut self, number: u64, why: &str) {
        self.values.unreadable(number, why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Csv;
    use serde_json::{Value, json};

    fn rows(text: &str, path: &RowsPath) -> (Vec<Value>, u64) {
        let sample = Sample::cut_off(text.as_bytes());
        let (values, rows) = SomeRows::of(sample, path, 2).expect("rows");
        assert!(values.unreadable.is_empty());
        (values.rows.into_iter().map(|(_, row)| row).collect(), rows)
    }

    #[test]
    fn the_row_that_is_not_all_there_is_left_out() {
        let path = |path: &str| RowsPath::parse(path).expect("a JSONPath");
        let text = r#"{"data": [{"a": [1]}, {"a": [2]}, {"a": [3]}, {"a": [4"#;
        assert_eq!(rows(text, &path("$.data[*]")), (vec![json!({"a": [1]}), json!({"a": [2]})], 3));
        assert_eq!(rows(text, &path("$.data[*].a[*]")), (vec![json!(1), json!(2)], 2));
        assert_eq!(rows(r#"{"meta": {"long"#, &path("$.data[*]")), (vec![], 0));
        let table = "a,b\n1,\"x\ny\"\n2,\"z\n";
        assert_eq!(
            rows(table, &RowsPath::of_csv(Csv::Found)),
            (vec![json!({"a": "1", "b": "x\ny"})], 1)
        );
        let lines = "{\"a\": true}\n{\"a\": tr";
        assert_eq!(rows(lines, &RowsPath::lines()), (vec![json!({"a": true})], 1));
    }

    #[test]
    fn of_many_rows_some_are_taken() {
        let path = RowsPath::parse("$[*]").expect("a JSONPath");
        let text = Value::from((1..=900).collect::<Vec<u32>>()).to_string();
        let (found, count) = SomeRows::of(Sample::whole(text.as_bytes()), &path, 3).expect("rows");
        let numbers: Vec<u64> = found.rows.iter().map(|(number, _)| *number).collect();
        assert_eq!((numbers, count), (vec![1, 2, 3, 61, 122, 183], 900));
    }

    #[test]
    fn what_the_answer_itself_lacks_is_told() {
        let path = RowsPath::parse("$.data[*]").expect("a JSONPath");
        let error = |sample| SomeRows::of(sample, &path, 9).expect_err("no rows");
        assert_eq!(error(Sample::whole(br#"{"data": [{"#)), BodyError::CutOff { rows: 0 });
        let found = vec!["rows".to_owned()];
        let path = "$.data[*]".to_owned();
        assert_eq!(error(Sample::cut_off(br#"{"rows": []}"#)), BodyError::NoRows { path, found });
        assert!(matches!(error(Sample::cut_off(b"<html>")), BodyError::NotJson { .. }));
    }
}
