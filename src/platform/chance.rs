//! What happens by chance.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// A number from 0 to 1, 1 excluded.
pub fn chance() -> f64 {
    js_sys::Math::random()
}

/// A key that nobody else has: 128 bits of the browser's best chance, in hexadecimal. (`randomUUID` would be there for
/// pages from https alone.)
pub fn unique_key() -> String {
    let mut bytes = [0; 16];
    get_random_values(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
