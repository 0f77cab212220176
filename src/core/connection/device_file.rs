//! Files that a reader has given: they are kept on the device, and read like an answer.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

/// Where the paths of a connection start that is made of files. No network knows such an address: it names bytes that
/// are kept on the device, so that nobody else's device has them.
pub const DEVICE: &str = "device:///";

/// What stands in an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// A file that is kept on the device, at `device:///<key>/<name>`. What is kept under a key never changes: another
/// file has another key.
///
/// ```
/// use heartline::core::connection::{DEVICE, DeviceFile};
///
/// let file = DeviceFile { key: "7f3a".to_owned(), name: "客户 50%.csv".to_owned() };
/// assert_eq!(DeviceFile::of(&format!("{DEVICE}{}", file.path())), Some(file));
/// assert_eq!(DeviceFile::of("https://api.example/7f3a/x.csv"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceFile {
    /// What it is kept under.
    pub key: String,
    /// What the reader knows it by.
    pub name: String,
}

impl DeviceFile {
    /// The file at an address; `None` where that is anywhere but on the device.
    pub fn of(url: &str) -> Option<Self> {
        Self::at_path(url.strip_prefix(DEVICE)?)
    }

    /// The file at a feed's path below [`DEVICE`].
    pub fn at_path(path: &str) -> Option<Self> {
        let (path, _query) = path.split_once('?').unwrap_or((path, ""));
        let (key, name) = path.split_once('/')?;
        let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
        Some(Self { key: key.to_owned(), name })
    }

    /// The path of a feed that is read from it.
    pub fn path(&self) -> String {
        format!("{}/{}", self.key, utf8_percent_encode(&self.name, PLAIN))
    }

    /// An address as it is shown: a file by its name, everything else as it is.
    pub fn shown(url: &str) -> String {
        Self::of(url).map_or_else(|| url.to_owned(), |file| file.name)
    }

    /// True for the document of a connection that is made of files.
    pub fn are_in(document: &Value) -> bool {
        document.get("base_url").is_some_and(|base| base == DEVICE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_file_is_known_by_its_name() {
        assert_eq!(DeviceFile::shown("device:///k/a%20b.csv?limit=1"), "a b.csv");
        assert_eq!(DeviceFile::shown("https://a.example/r"), "https://a.example/r");
        assert_eq!(DeviceFile::of("device:///k"), None);
    }

    proptest! {
        #[test]
        fn any_name_comes_back(name in "\\PC{0,20}") {
            let file = DeviceFile { key: "k".to_owned(), name };
            prop_assert_eq!(DeviceFile::at_path(&file.path()), Some(file));
        }
    }
}
