//! The last good figures: kept on this device, and shown at once when the page is next opened.

use super::session::Session;
use crate::core::packing::{Packer, Unpacker};
use crate::platform::{put_up, take_down};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What they are kept under.
const NAME: &str = "figures";

/// What figures are of: another configuration has others, and another build may write them otherwise.
pub(super) fn mark(build: &str, config: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (build, config).hash(&mut hasher);
    hasher.finish()
}

/// Shows what was kept, while everything is being read behind it.
pub(super) async fn show_kept(session: Session) {
    let Some(bytes) = take_down(NAME).await else { return };
    let mut kept = Unpacker::new(&bytes);
    if let (Some(mark), Some(read_at)) = (kept.take(), kept.take()) {
        session.show(mark, read_at, kept.rest());
    }
}

/// Keeps what is on screen, if that is whole.
pub(super) async fn keep(session: Session) {
    let Some((mark, read_at, figures)) = session.figures() else { return };
    let mut bytes = Packer::default();
    bytes.put(&mark);
    bytes.put(&read_at);
    let kept = put_up(NAME, &bytes.followed_by(&figures)).await;
    session.note_kept(kept.err());
}
