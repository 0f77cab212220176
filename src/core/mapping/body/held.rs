//! What of a body is held: all of it where its rows need that, and the last row where somebody wants it.

use super::BodyReader;
use crate::core::connection::Container;
use crate::core::mapping::Reason;
use crate::core::mapping::body_error::{BodyError, beginning};
use crate::core::mapping::row_sink::RowSink;
use crate::core::mapping::whole::{WholeSink, whole_rows};
use serde_json::{Map, Value};

impl BodyReader {
    /// Keeps the last row, which [`BodyReader::last_row`] gives.
    #[must_use]
    pub fn keeping_last(self) -> Self {
        Self { last: Some(Vec::new()), ..self }
    }

    /// The last row that was found, where it is kept.
    pub fn last_row(&self) -> Option<Value> {
        let kept = self.last.as_ref()?;
        if self.path.container() != Some(Container::Object) {
            return serde_json::from_slice(kept).ok();
        }
        let member: Map<String, Value> =
            serde_json::from_slice(&[b"{", &kept[..], b"}"].concat()).ok()?;
        member.into_iter().next().map(|(_, row)| row)
    }

    pub(super) fn finish_whole(&mut self, sink: &mut dyn RowSink) -> Result<u64, BodyError> {
        let body: Value =
            serde_json::from_slice(&self.unfinished).map_err(|error| match error {
                _ if self.unfinished.trim_ascii().is_empty() => BodyError::Empty,
                error if error.is_eof() => BodyError::CutOff { rows: 0 },
                _ => BodyError::NotJson { beginning: beginning(&self.unfinished) },
            })?;
        let mut numbered =
            Numbered { sink, before: self.before, rows: 0, last: self.last.as_mut() };
        let found = whole_rows(&self.path, &body, &mut numbered);
        self.rows = numbered.rows;
        found?;
        self.whole = Some(body);
        Ok(self.rows)
    }
}

/// Numbers rows and hands them on.
struct Numbered<'s> {
    sink: &'s mut dyn RowSink,
    before: u64,
    rows: u64,
    last: Option<&'s mut Vec<u8>>,
}

impl WholeSink for Numbered<'_> {
    fn row(&mut self, text: String) {
        self.rows += 1;
        let number = self.before + self.rows;
        if self.sink.row(number, text.as_bytes()).is_err() {
            self.sink.unreadable(number, &text);
        }
        if let Some(last) = &mut self.last {
            **last = text.into_bytes();
        }
    }

    fn flaw(&mut self, ahead: u64, reason: Reason) {
        self.sink.flaw(self.before + self.rows + ahead, reason);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::RowsPath;
    use crate::core::mapping::Values;
    use serde_json::json;

    fn last(path: RowsPath, body: &str, size: usize) -> Option<Value> {
        let (mut reader, mut rows) = (BodyReader::new(path).keeping_last(), Values::default());
        body.as_bytes().chunks(size).for_each(|piece| reader.push(piece, &mut rows));
        reader.end(&mut rows).expect("rows");
        assert_eq!(reader.next_page().last_row(), None);
        reader.last_row()
    }

    #[test]
    fn the_last_row_is_kept_whatever_the_pieces() {
        let path = |path| RowsPath::parse(path).expect("a JSONPath");
        for size in [1, 7, 1000] {
            let (array, object) =
                (r#"{"a": [{"t": 1}, {"t": "x,]"} ], "n": 2}"#, r#"{"k": {"t": 3}, "l": [4]}"#);
            assert_eq!(last(path("$.a[*]"), array, size), Some(json!({"t": "x,]"})));
            assert_eq!(last(path("$.*"), object, size), Some(json!([4])));
            assert_eq!(
                last(RowsPath::lines(), "{\"t\": 1}\n{\"t\": 2}", size),
                Some(json!({"t": 2}))
            );
            assert_eq!(last(path("$.a[?@.t]"), array, size), Some(json!({"t": "x,]"})));
            assert_eq!(last(path("$.a[*]"), r#"{"a": []}"#, size), None);
        }
    }
}
