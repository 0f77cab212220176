//! The outline of a table: its first rows, as the objects that are made of them.

use super::{Ending, Form, Outline};
use crate::core::connection::Csv;
use crate::core::mapping::CsvLines;
use crate::core::preview::Sample;

/// Of so many rows one may have more or fewer values than the first line, or the text is taken for prose.
const EVEN: usize = 10;

impl Outline {
    /// The outline of an answer that is said to be CSV.
    ///
    /// # Example
    /// ```
    /// use heartline::core::connection::Csv;
    /// use heartline::core::preview::{Form, Outline, Sample};
    ///
    /// let outline = Outline::of_csv(Sample::whole("店,score\n东,9\n".as_bytes()), Csv::Found);
    /// let paths: Vec<&str> = outline.nodes.iter().map(|node| node.path.as_str()).collect();
    /// assert_eq!((outline.form, paths), (Form::Csv(1), vec!["$", "$.店", "$.score"]));
    /// ```
    pub fn of_csv(sample: Sample, csv: Csv) -> Self {
        let lines = read(sample, csv);
        match lines.is_not_utf8() {
            true => Self { form: Form::NotUtf8, ending: Ending::Whole, nodes: Vec::new() },
            false if lines.columns() == 0 => Self::of(sample),
            false => outline(&lines, sample),
        }
    }
}

/// The outline of what is no JSON, if it is a table: several columns, and rows with as many values.
pub(super) fn found(sample: Sample) -> Option<Outline> {
    let lines = read(sample, Csv::Found);
    let is_even = lines.flaws.len() * EVEN <= lines.rows() as usize;
    let is_table = lines.columns() > 1 && lines.rows() > 0 && is_even;
    is_table.then(|| outline(&lines, sample))
}

fn read(sample: Sample, csv: Csv) -> CsvLines {
    let mut lines = CsvLines::new(csv);
    lines.push(sample.bytes());
    if sample.is_whole() {
        lines.finish();
    }
    lines
}

fn outline(lines: &CsvLines, sample: Sample) -> Outline {
    let ending = if sample.is_whole() { Ending::Whole } else { Ending::CutOff };
    let outline = Outline::of_lines(&lines.lines, Sample::whole(&lines.lines));
    Outline { form: Form::Csv(lines.rows() as usize), ending, ..outline }
}
