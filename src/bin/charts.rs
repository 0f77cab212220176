//! The charts' entrance: a module the page loads with its first chart.

use heartline::charts::{Palette, option as option_of};
use heartline::core::scene::ChartScene;
use heartline::protocol::decode;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

fn main() {}

/// The ECharts option of a chart, as JSON.
///
/// # Errors
/// When the bytes are no chart: page and charts are of different builds.
#[wasm_bindgen]
pub fn option(chart: &[u8], colours: Vec<String>) -> Result<String, JsError> {
    let scene: ChartScene = decode(chart)?;
    Ok(serde_json::to_string(&option_of(&scene, &Palette::new(colours)))?)
}
