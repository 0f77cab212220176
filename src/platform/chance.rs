//! What happens by chance.

/// A number from 0 to 1, 1 excluded.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
