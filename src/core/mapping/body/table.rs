//! A body that is a table: it becomes lines of JSON before anybody looks at it.

use super::BodyReader;
use crate::core::mapping::body_error::BodyError;
use crate::core::mapping::csv::{CsvFault, CsvLines};
use crate::core::mapping::row_sink::RowSink;

/// So much of a piece becomes JSON at a time, in bytes: what is held of that is as little.
const PART: usize = 16 << 10;

impl BodyReader {
    pub(super) fn push_table(
        &mut self,
        mut csv: Box<CsvLines>,
        piece: &[u8],
        sink: &mut dyn RowSink,
    ) {
        for part in piece.chunks(PART) {
            csv.push(part);
            self.hand_on(&mut csv, sink);
        }
        self.csv = Some(csv);
    }

    /// Takes the end of the table; what has been made of it is read like any other lines.
    pub(super) fn end_table(
        &mut self,
        mut csv: Box<CsvLines>,
        sink: &mut dyn RowSink,
    ) -> Result<(), BodyError> {
        csv.finish();
        self.hand_on(&mut csv, sink);
        match csv.fault() {
            None => Ok(()),
            Some(CsvFault::Empty) => Err(BodyError::Empty),
            Some(CsvFault::NotUtf8) => Err(BodyError::NotUtf8),
            Some(CsvFault::NotATable(beginning)) => {
                Err(BodyError::NotATable { beginning: beginning.clone() })
            }
            Some(CsvFault::EndlessRow) => Err(BodyError::CutOff { rows: self.rows }),
        }
    }

    fn hand_on(&mut self, csv: &mut CsvLines, sink: &mut dyn RowSink) {
        for (row, flaw) in csv.flaws.drain(..) {
            sink.flaw(self.before + row, flaw);
        }
        self.push_json(&csv.lines, sink);
        csv.lines.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{Csv, RowsPath};
    use crate::core::mapping::{Reason, ReasonKind, Values};
    use serde_json::json;

    #[test]
    fn a_table_is_read_as_rows_are_whatever_the_pieces() {
        let body = "id;note\n1;\"a\nb\"\n2\n3;c\n";
        for size in 1..body.len() {
            let mut reader = BodyReader::new(RowsPath::of_csv(Csv::Found)).keeping_last();
            let mut values = Values::default();
            body.as_bytes().chunks(size).for_each(|piece| reader.push(piece, &mut values));
            assert_eq!(reader.end(&mut values), Ok(3));
            assert_eq!(values.rows[0], (1, json!({"id": "1", "note": "a\nb"})));
            assert_eq!(values.flaws, [(2, Reason::new(ReasonKind::Uneven, "", "1 / 2"))]);
            assert_eq!(reader.last_row(), Some(json!({"id": "3", "note": "c"})));
            let mut next = reader.next_page();
            next.push(b"id;note\n4;d", &mut values);
            assert_eq!(next.end(&mut values), Ok(1));
            assert_eq!(values.rows[3].0, 4, "rows are numbered on");
        }
    }

    #[test]
    fn a_text_that_is_not_utf8_loses_its_row_alone() {
        let mut reader = BodyReader::new(RowsPath::of_csv(Csv::Found));
        let mut values = Values::default();
        reader.push(b"a,b\n1,2\n\xe5\xae,3\n4,5\n", &mut values);
        assert_eq!(reader.end(&mut values), Ok(3));
        assert_eq!((values.rows.len(), values.unreadable[0].0), (2, 2));
    }

    #[test]
    fn what_is_no_table_says_how_it_begins() {
        let ended = |body: &[u8]| {
            let mut reader = BodyReader::new(RowsPath::of_csv(Csv::Found));
            reader.push(body, &mut Values::default());
            reader.end(&mut Values::default())
        };
        assert_eq!(ended(b""), Err(BodyError::Empty));
        assert_eq!(ended(b"\xb5\xea,b\n"), Err(BodyError::NotUtf8));
        let beginning = "<p>".to_owned();
        assert_eq!(ended(b"<p>\nno"), Err(BodyError::NotATable { beginning }));
    }
}
