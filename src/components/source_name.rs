//! What a connection that is read is called.

use crate::core::model::Lang;
use crate::locales::shell as t;
use crate::protocol::SourceStatus;

/// What a connection that is read is called: its name, or that it is the demo.
pub fn source_name(source: &SourceStatus, lang: Lang) -> &str {
    if source.is_demo { t::demo(lang) } else { source.name(lang) }
}
