//! What only a browser can answer, asked in one: `make test-browser`.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "what a test needs of its page must be there")]

mod data;
mod entrance;
mod format;
mod history;
mod http;
mod links;
mod pages;
mod signs;
mod stage;
mod store;
mod support;
mod watch;
mod wire;
mod words;
mod zone;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
