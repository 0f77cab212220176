//! What the browser remembers, and what happens when it will not.

use crate::support::refuse_storage;
use heartline::platform::{Keep, forget, load, save};
use wasm_bindgen_test::wasm_bindgen_test;

const NAME: &str = "heartline.test";
const KEEPS: [Keep; 2] = [Keep::Session, Keep::Device];

#[wasm_bindgen_test]
fn what_is_kept_is_there_until_it_is_forgotten() {
    for keep in KEEPS {
        assert!(save(keep, NAME, "一 one"));
        assert_eq!(load(keep, NAME).as_deref(), Some("一 one"));
        forget(keep, NAME);
        assert_eq!(load(keep, NAME), None);
    }
}

#[wasm_bindgen_test]
fn what_is_kept_for_the_tab_is_not_left_on_the_device() {
    assert!(save(Keep::Session, NAME, "a key"));
    assert_eq!(load(Keep::Device, NAME), None);
    forget(Keep::Session, NAME);
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    assert!(save(Keep::Device, NAME, "small"));
    let huge = "x".repeat(12 << 20);
    assert!(!save(Keep::Device, NAME, &huge), "more than any browser gives");
    assert_eq!(load(Keep::Device, NAME).as_deref(), Some("small"));
    forget(Keep::Device, NAME);
}

#[wasm_bindgen_test]
fn a_browser_that_forbids_storage_remembers_nothing() {
    let refused = refuse_storage();
    for keep in KEEPS {
        assert!(!save(keep, NAME, "text"));
        assert_eq!(load(keep, NAME), None);
        forget(keep, NAME);
    }
    drop(refused);
    assert!(KEEPS.iter().all(|keep| load(*keep, NAME).is_none()));
}
