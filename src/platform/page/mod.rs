//! What only the page needs of the browser; a worker has none of it.

mod charts;
mod document;
mod engine;
mod files;
mod format;
mod handover;
mod history;
mod host;
mod place;
mod size;
mod store;

pub use charts::{ChartCanvas, ChartModule};
pub use document::{
    copy_text, download, download_csv, fetch_text, focus, page_language, prefers_dark, print,
    set_language, set_theme, set_title,
};
pub use engine::EngineWorker;
pub use files::{
    Beginning, KeptFile, NotTaken, beginning, chosen_files, dropped_files, keep_file, kept_file,
    sweep_kept,
};
pub use format::{date_text, moment_text, month_text, number_text, signed_text};
pub use handover::{hand_over, takes_over};
pub use history::{address, href_of, on_travel, push, replace, restart};
pub use place::{KeptPlace, focus_when_there, keep_place};
pub use size::{Watch, keep_focus, token_pixels, watch_print, watch_size};
pub use store::{Keep, clear_device, forget, load, on_storage, save};
