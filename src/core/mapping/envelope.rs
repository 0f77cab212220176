//! What stands around the rows: cursors, errors, the format's name.

/// The longest piece kept before and after the rows, each.
const KEPT: usize = 64 * 1024;

/// The bytes of a body without its rows, up to a bound.
#[derive(Clone, Debug, Default)]
pub(super) struct Envelope {
    bytes: Vec<u8>,
    after_rows: usize,
}

impl Envelope {
    /// Keeps a piece from before the rows.
    pub(super) fn before(&mut self, piece: &[u8]) {
        let room = KEPT.saturating_sub(self.bytes.len());
        self.bytes.extend(piece.iter().take(room));
    }

    /// Keeps a piece from after the rows.
    pub(super) fn after(&mut self, piece: &[u8]) {
        let room = KEPT.saturating_sub(self.after_rows);
        self.bytes.extend(piece.iter().take(room));
        self.after_rows += piece.len().min(room);
    }

    /// The text kept from before the rows.
    pub(super) fn before_rows(&self) -> String {
        let end = self.bytes.len() - self.after_rows;
        String::from_utf8_lossy(self.bytes.get(..end).unwrap_or_default()).into_owned()
    }

    /// The kept text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
