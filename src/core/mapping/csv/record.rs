//! The cells of one record, as they are found.

use csv_core::{ReadRecordResult, Reader};

/// Room for a record to begin with: of text in bytes, and of cells.
const ROOM: (usize, usize) = (4096, 64);

/// The cells of one record. It is used again for every record: its room grows to the longest and stays.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    text: Vec<u8>,
    length: usize,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    cells: usize,
}

impl Record {
    /// Reads on. Says how far that came, and how much of the piece it took; what has no room is read when this is called
    /// again.
    pub(super) fn read(&mut self, reader: &mut Reader, piece: &[u8]) -> (ReadRecordResult, usize) {
        let Self { text, length, ends, cells } = self;
        if *length == text.len() {
            text.resize((text.len() * 2).max(ROOM.0), 0);
        }
        if *cells == ends.len() {
            ends.resize((ends.len() * 2).max(ROOM.1), 0);
        }
        let (text, ends) = (text.get_mut(*length..), ends.get_mut(*cells..));
        let (result, read, wrote, ended) =
            reader.read_record(piece, text.unwrap_or_default(), ends.unwrap_or_default());
        *length += wrote;
        *cells += ended;
        (result, read)
    }

    /// Bytes of text so far.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// How many cells it has.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// Its cells, one after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let ends = self.ends.iter().take(self.cells);
        let starts = std::iter::once(&0).chain(ends.clone());
        starts.zip(ends).map(|(start, end)| self.text.get(*start..*end).unwrap_or_default())
    }

    /// Makes room for the next.
    pub(super) fn clear(&mut self) {
        (self.length, self.cells) = (0, 0);
    }
}
