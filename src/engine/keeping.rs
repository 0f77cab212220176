//! The last good figures: kept on this device, and shown at once when the page is next opened.

use super::session::Session;
use crate::core::packing::{Packer, Unpacker};
use crate::platform::{put_up, take_down};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What comes before the connection's id where its figures are kept.
const PREFIX: &str = "figures.";

/// Where the figures of one connection are kept, and what they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    name: String,
    /// Another configuration has other figures, and another build may write them otherwise.
    mark: u64,
}

impl Shelf {
    /// The shelf of a connection, for figures that are made by these texts: the build, the settings, the connection.
    pub(super) fn of(id: &str, made_by: &[&str]) -> Self {
        let mut hasher = DefaultHasher::new();
        made_by.hash(&mut hasher);
        Self { name: format!("{PREFIX}{id}"), mark: hasher.finish() }
    }
}

/// Shows what was kept, while everything is being read behind it.
pub(super) async fn show_kept(session: Session, source: usize) {
    let shelf = session.shelf(source);
    let Some(bytes) = take_down(&shelf.name).await else { return };
    let mut kept = Unpacker::new(&bytes);
    let mark = kept.take::<u64>().filter(|mark| *mark == shelf.mark);
    if let Some(read_at) = mark.and_then(|_| kept.take()) {
        session.show(source, read_at, kept.rest());
    }
}

/// Keeps what is on screen of a connection, if that is whole.
pub(super) async fn keep(session: Session, source: usize) {
    let shelf = session.shelf(source);
    let Some((read_at, figures)) = session.figures(source) else { return };
    let mut bytes = Packer::default();
    bytes.put(&shelf.mark);
    bytes.put(&read_at);
    let kept = put_up(&shelf.name, &bytes.followed_by(&figures)).await;
    session.note_kept(kept.err());
}
