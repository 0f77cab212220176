//! Native documents: a format, a version and the rows, one a line.

use serde_json::Value;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes the rows of a feed under its name.
pub fn write(path: &Path, name: &str, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let mut file = BufWriter::new(File::create(path)?);
    write!(file, "{{\"format\":\"heartline/{name}\",\"version\":1,\"{name}\":[")?;
    for (place, row) in rows.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        write!(file, "{comma}\n{row}")?;
    }
    file.write_all(b"\n]}\n")?;
    file.flush()?;
    Ok(())
}
