//! Answers whose bodies are still arriving.

use super::cancel::Guard;
use super::http::{broke_off, unreachable_by};
use crate::core::manners::Pass;
use crate::core::workspace::{BodyFailure, Failure};
use gloo_net::http::{Headers, Response};
use js_sys::{Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, ResponseType};

/// An answer whose body is still arriving.
pub struct Answer {
    reader: ReadableStreamDefaultReader,
    guard: Rc<Guard>,
    headers: Headers,
    /// Held until the body has been read.
    _pass: Pass,
    /// What was read ahead of its turn.
    ahead: RefCell<VecDeque<Vec<u8>>>,
    /// How long the body will be, where that can be told.
    pub announced_bytes: Option<u64>,
    /// What the server calls this version of the body: its entity tag, if it may be seen.
    pub version: Option<String>,
}

impl Answer {
    pub(super) fn of(
        response: &Response,
        url: &str,
        guard: Rc<Guard>,
        pass: Pass,
    ) -> Result<Self, Failure> {
        let body = response.body().ok_or(Failure::Body(BodyFailure::Empty))?;
        let reader =
            body.get_reader().dyn_into().map_err(|_| guard.failure(|| unreachable_by(url)))?;
        let (announced_bytes, version) = (announced(response), response.headers().get("etag"));
        Ok(Self {
            reader,
            guard,
            headers: response.headers(),
            _pass: pass,
            ahead: RefCell::default(),
            announced_bytes,
            version,
        })
    }

    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    /// When the connection breaks, falls silent or is cancelled.
    pub async fn next(&self) -> Result<Option<Vec<u8>>, Failure> {
        let piece = self.ahead.borrow_mut().pop_front();
        match piece {
            Some(piece) => Ok(Some(piece)),
            None => self.read().await,
        }
    }

    async fn read(&self) -> Result<Option<Vec<u8>>, Failure> {
        // A file goes on though its request has been stopped.
        if self.guard.signal().aborted() {
            return Err(self.guard.failure(broke_off));
        }
        self.guard.rearm();
        let read = JsFuture::from(self.reader.read()).await;
        let chunk = read.map_err(|_| self.guard.failure(broke_off))?;
        let value = Reflect::get(&chunk, &"value".into())
            .ok()
            .and_then(|v| v.dyn_into::<Uint8Array>().ok());
        if value.is_none() {
            self.guard.disarm();
        }
        Ok(value.map(|bytes| bytes.to_vec()))
    }

    /// The whole body, if it is not longer than so many bytes. Whoever reads it afterwards reads it from the beginning.
    ///
    /// # Errors
    /// As [`Answer::next`].
    pub async fn short(&self, most: usize) -> Result<Option<String>, Failure> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.read().await? {
            bytes.extend_from_slice(&piece);
            self.ahead.borrow_mut().push_back(piece);
            if bytes.len() > most {
                return Ok(None);
            }
        }
        Ok(String::from_utf8(bytes).ok())
    }

    /// A header, if it may be seen: another origin's answer hides most of them.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name)
    }

    /// Leaves the rest of the body where it is.
    pub fn leave(self) {
        self.guard.leave();
    }
}

/// Sizes are told for the bytes on the wire; with a content coding they say nothing of the text. Another origin's
/// answer hides whether it has one.
fn announced(response: &Response) -> Option<u64> {
    let is_hidden = response.type_() == ResponseType::Cors;
    if is_hidden || response.headers().get("content-encoding").is_some() {
        return None;
    }
    response.headers().get("content-length")?.parse().ok()
}
