//! Files that the reader gives, chosen in a field or dropped.

use super::host;
use crate::platform::unique_key;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{DragEvent, File, HtmlInputElement};

/// Why a file was not taken; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no text in UTF-8, UTF-16 or GB18030, or could not be read.
    Unread,
    /// The device has no room for it.
    Full,
    /// The browser keeps nothing for this site.
    Denied,
}

/// The text a file begins with, up to 1 MiB of it.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The text.
    pub text: String,
    encoding: String,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// How long it is, in bytes.
    pub bytes: u64,
    /// What it was written in before it was made UTF-8, where it was not that.
    pub other_encoding: Option<String>,
}

/// The files that were chosen in a field, which is empty then.
pub fn chosen_files(field: &HtmlInputElement) -> Vec<File> {
    host::files_of(field)
}

/// The files that were dropped.
pub fn dropped_files(event: &DragEvent) -> Vec<File> {
    host::files_of(event)
}

/// What a file begins with.
///
/// # Errors
/// When it is no text that is known.
pub async fn beginning(file: &File) -> Result<Beginning, NotTaken> {
    let found = host::file_beginning(file).await.map_err(|_| NotTaken::Unread)?;
    let text = |name| text(&found, name).ok_or(NotTaken::Unread);
    Ok(Beginning { text: text("text")?, encoding: text("encoding")? })
}

/// Keeps a file on the device, as UTF-8. Gives the key it is kept under, which is new.
///
/// # Errors
/// When the browser would not.
pub async fn keep_file(file: &File, beginning: &Beginning) -> Result<String, NotTaken> {
    let key = unique_key();
    let fault = host::keep_file(&key, file, &beginning.encoding).await;
    match fault.map_err(|_| NotTaken::Denied)?.as_string().as_deref() {
        None => Ok(key),
        Some("unread") => Err(NotTaken::Unread),
        Some("full") => Err(NotTaken::Full),
        Some(_) => Err(NotTaken::Denied),
    }
}

/// What is known of the file under a key; `None` when it is not there.
pub async fn kept_file(key: &str) -> Option<KeptFile> {
    let found = host::about_file(key).await.ok()?;
    let bytes = Reflect::get(&found, &"size".into()).ok()?.as_f64()? as u64;
    let other_encoding = text(&found, "encoding").filter(|encoding| encoding != "utf-8");
    Some(KeptFile { bytes, other_encoding })
}

/// Forgets the files that no connection names and the figures of connections that are gone, unless somebody may still
/// undo that. Once for each time the site is opened.
pub fn sweep_kept() {
    host::sweep_kept();
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &name.into()).ok()?.as_string()
}
