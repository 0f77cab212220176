//! Writes what configurations and connections may say as JSON Schema, for editors: `schema [FOLDER]`.

use heartline::core::connection::{config_schema, connection_schema};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "public/schema".to_owned());
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    for (name, schema) in [("config", config_schema()), ("connection", connection_schema())] {
        std::fs::write(folder.join(format!("{name}.schema.json")), format!("{schema:#}\n"))?;
    }
    Ok(())
}
