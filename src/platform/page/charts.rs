//! The charts' own bundle: chart options made in Rust, drawn by ECharts. It is fetched when the first
//! chart is shown.

use super::host;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// The charts' bundle, once it is there.
#[derive(Clone)]
pub struct ChartModule {
    draw: Function,
}

/// A chart on the page. Dropping it removes it.
pub struct ChartCanvas {
    handle: JsValue,
}

impl ChartModule {
    /// Fetches the bundle, or takes it if it is there. `None` when it cannot be had.
    pub async fn load() -> Option<Self> {
        let module = JsFuture::from(host::load_charts()).await.ok()?;
        let draw = Reflect::get(&module, &"draw".into()).ok()?.dyn_into().ok()?;
        Some(Self { draw })
    }

    /// Draws a chart, described by bytes of [`crate::charts::Request`], into an element.
    pub async fn draw(&self, element: &Element, request: &[u8]) -> Option<ChartCanvas> {
        let bytes = Uint8Array::from(request);
        let drawn = self.draw.call2(&JsValue::NULL, element, &bytes).ok()?;
        let handle = JsFuture::from(drawn.dyn_into::<Promise>().ok()?).await.ok()?;
        Some(ChartCanvas { handle })
    }
}

impl Drop for ChartCanvas {
    fn drop(&mut self) {
        let dispose = Reflect::get(&self.handle, &"dispose".into()).ok();
        if let Some(dispose) = dispose.and_then(|dispose| dispose.dyn_into::<Function>().ok()) {
            // A chart whose element is gone is gone too.
            let _ = dispose.call0(&self.handle);
        }
    }
}
