//! What is kept on this device: bytes and files by name, in the browser's own database (IndexedDB).

use crate::core::workspace::NotKept;
use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode,
    TransactionResult,
};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

const NAME: &str = "heartline";
const VERSION: u32 = 1;
const STORE: &str = "kept";

/// What comes before a file's key. The page writes it (`js/files.js`).
const FILE: &str = "file.";

/// The bytes that were kept under a name; `None` where nothing was, or nothing is kept at all.
pub async fn take_down(name: &str) -> Option<Vec<u8>> {
    read(name).await.ok().flatten()
}

/// The file that the reader has given under a key, which the page has kept; `None` where none is. It is not read yet.
pub(super) async fn file(key: &str) -> Option<Blob> {
    let kept = get(&format!("{FILE}{key}")).await.ok().flatten()?;
    Reflect::get(&kept, &"blob".into()).ok()?.dyn_into().ok()
}

/// Keeps bytes under a name, in the place of those before them.
///
/// # Errors
/// When the browser would not; what was kept before is still there.
pub async fn put_up(name: &str, bytes: &[u8]) -> Result<(), NotKept> {
    match write(name, bytes).await {
        Ok(TransactionResult::Committed) => Ok(()),
        // What was taken and then given up is mostly too large.
        Ok(TransactionResult::Aborted) => Err(NotKept::Full),
        Err(error) => Err(why(&error)),
    }
}

async fn read(name: &str) -> Result<Option<Vec<u8>>, Error> {
    let found = get(name).await?;
    Ok(found.and_then(|found| found.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

async fn get(name: &str) -> Result<Option<JsValue>, Error> {
    let database = open().await?;
    let found = store(&database, TransactionMode::ReadOnly)?.get(JsValue::from(name))?.await;
    database.close();
    found
}

async fn write(name: &str, bytes: &[u8]) -> Result<TransactionResult, Error> {
    let database = open().await?;
    let kept = put(&database, name, bytes).await;
    database.close();
    kept
}

/// Only a transaction that has been committed is kept for sure.
async fn put(database: &Database, name: &str, bytes: &[u8]) -> Result<TransactionResult, Error> {
    let store = store(database, TransactionMode::ReadWrite)?;
    store.put(&Uint8Array::from(bytes), Some(&JsValue::from(name)))?.await?;
    store.transaction().commit()?.await
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A database without its store answers the next request with an error, which is handled there.
        let _ = event
            .database()
            .and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await
}

fn store(database: &Database, mode: TransactionMode) -> Result<ObjectStore, Error> {
    database.transaction(&[STORE], mode)?.object_store(STORE)
}

fn why(error: &Error) -> NotKept {
    let is_full = |value: &JsValue| {
        let name = Reflect::get(value, &"name".into());
        name.is_ok_and(|name| name == "QuotaExceededError")
    };
    match error {
        Error::DomException(exception) if is_full(exception) => NotKept::Full,
        Error::UpdateFailed(value)
        | Error::TransactionAbortError(value)
        | Error::TransactionCommitError(value)
            if is_full(value) =>
        {
            NotKept::Full
        }
        _ => NotKept::Denied,
    }
}
