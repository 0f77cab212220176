//! Requests, answered piece by piece.

use super::cancel::{Cancel, Guard};
use super::clock::now;
use super::shelf::file;
use crate::core::connection::{
    Call, Credential, DeviceFile, Method, Parameters, Proxy, without_parameter,
};
use crate::core::manners::{Gate, Pass, retry_after};
use crate::core::workspace::{BodyFailure, Failure};
use gloo_net::Error;
use gloo_net::http::{self, Headers, Request, RequestBuilder, Response};
use js_sys::{Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestRedirect, ResponseType,
    Url,
};

const CONTENT_TYPE: &str = "content-type";

/// How much of an error's text is kept, in characters.
const QUOTED: usize = 200;

/// What requests have in common.
#[derive(Clone)]
pub struct Http {
    /// Seconds of silence until a server is given up.
    pub timeout_seconds: u32,
    /// What carries the secret, to the origin it belongs to only.
    pub credential: Option<Credential>,
    /// The origin the secret belongs to.
    pub secret_origin: String,
    /// What is asked in the place of the API.
    pub proxy: Option<Proxy>,
    /// Stops the requests.
    pub cancel: Cancel,
    /// Lets no more requests out at once than the API is to have.
    pub gate: Gate,
    /// Asks the server whether what the browser has kept still holds.
    pub anew: bool,
}

/// An answer whose body is still arriving.
pub struct Answer {
    reader: ReadableStreamDefaultReader,
    guard: Rc<Guard>,
    headers: Headers,
    /// Held until the body has been read.
    _pass: Pass,
    /// How long the body will be, where that can be told.
    pub announced_bytes: Option<u64>,
    /// What the server calls this version of the body: its entity tag, if it may be seen.
    pub version: Option<String>,
}

/// An answer that has come whole, be it an error or not.
pub struct Exchange {
    /// The HTTP status; 0 where the server sends the request elsewhere, which a browser does not tell more of.
    pub status: u16,
    /// The body.
    pub body: String,
    /// For how many seconds the server asks to be left alone.
    pub retry_after: Option<u32>,
    headers: Headers,
}

impl Exchange {
    /// A header, if it may be seen: another origin's answer hides those it does not expose.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name)
    }
}

impl Http {
    /// Sends a request, and waits for all of the answer.
    ///
    /// # Errors
    /// When no answer comes, or not all of one.
    pub async fn exchange(&self, call: &Call, url: &str) -> Result<Exchange, Failure> {
        // Where a write is sent elsewhere, browsers may make a reading of it, which would pass for a success.
        let redirect = (call.method != Method::Get).then_some(RequestRedirect::Manual);
        let (response, guard, _pass) = self.open(call, url, redirect).await?;
        let body = response.text().await.map_err(|_| guard.failure(broke_off))?;
        guard.disarm();
        let wanted = response.headers().get("retry-after");
        let retry_after = wanted.and_then(|wanted| retry_after(&wanted, now()));
        let (status, headers) = (response.status(), response.headers());
        Ok(Exchange { status, body, retry_after, headers })
    }

    /// Asks at a URL.
    ///
    /// # Errors
    /// When no answer comes, or one that is an error.
    pub async fn send(&self, call: &Call, url: &str) -> Result<Answer, Failure> {
        let (response, guard, pass) = self.open(call, url, None).await?;
        if !response.ok() {
            return Err(refused(&guard, response).await);
        }
        let body = response.body().ok_or(Failure::Body(BodyFailure::Empty))?;
        let reader =
            body.get_reader().dyn_into().map_err(|_| guard.failure(|| unreachable_by(url)))?;
        let (announced_bytes, version) = (announced(&response), response.headers().get("etag"));
        Ok(Answer {
            reader,
            guard,
            headers: response.headers(),
            _pass: pass,
            announced_bytes,
            version,
        })
    }

    /// Sends a request. The answer's head has come, its body not yet.
    async fn open(
        &self,
        call: &Call,
        url: &str,
        redirect: Option<RequestRedirect>,
    ) -> Result<(Response, Rc<Guard>, Pass), Failure> {
        let pass = self.gate.enter().await;
        let unreachable = || unreachable_by(&self.through(url));
        let guard = Guard::new(self.timeout_seconds).ok_or_else(unreachable)?;
        self.cancel.watch(&guard);
        guard.rearm();
        if let Some(at) = DeviceFile::of(url).filter(|_| call.method == Method::Get) {
            return Ok((kept(at).await?, guard, pass));
        }
        let request = self.request(call, url, &guard, redirect).map_err(|_| unreachable())?;
        let response = request.send().await.map_err(|_| guard.failure(unreachable))?;
        guard.rearm();
        Ok((response, guard, pass))
    }

    /// Where is asked for what is at a URL.
    fn through(&self, url: &str) -> String {
        self.proxy.as_ref().map_or_else(|| url.to_owned(), |proxy| proxy.address(url))
    }

    fn request(
        &self,
        call: &Call,
        url: &str,
        guard: &Guard,
        redirect: Option<RequestRedirect>,
    ) -> Result<Request, Error> {
        let headers = Headers::new();
        call.headers.iter().for_each(|(name, value)| headers.set(name, value));
        let (url, carries) = self.carry(url, &headers);
        let url = self.through(&url);
        let request = RequestBuilder::new(&url)
            .method(method(call.method))
            .credentials(RequestCredentials::Omit)
            .cache(self.cache(carries))
            .abort_signal(Some(&guard.signal()));
        // A redirect could carry the secret to another origin: with one, none is followed.
        let redirect = redirect.or_else(|| carries.map(|_| RequestRedirect::Error));
        let request = redirect.into_iter().fold(request, RequestBuilder::redirect);
        match &call.body {
            Some(body) => {
                if !call.headers.has(CONTENT_TYPE) {
                    headers.set(CONTENT_TYPE, "application/json");
                }
                request.headers(headers).body(body.to_string())
            }
            None => request.headers(headers).build(),
        }
    }

    /// Puts the secret where it goes, if it is this URL's. Says what carries it.
    fn carry(&self, url: &str, headers: &Headers) -> (String, Option<&Credential>) {
        let is_ours = origin(url) == self.secret_origin;
        match &self.credential {
            Some(Credential::Header(name, value)) if is_ours => {
                headers.set(name, value);
                (url.to_owned(), self.credential.as_ref())
            }
            Some(Credential::Parameter(name, value)) if is_ours => {
                (Parameters::one(name, value).set_in(url), self.credential.as_ref())
            }
            // The API may have written it into a URL of somebody else's.
            Some(Credential::Parameter(name, _)) => (without_parameter(url, name), None),
            _ => (url.to_owned(), None),
        }
    }

    /// What the browser keeps of the answer: where the secret is part of the URL nothing, for that is kept with it.
    fn cache(&self, carries: Option<&Credential>) -> RequestCache {
        match carries {
            Some(Credential::Parameter(..)) => RequestCache::NoStore,
            _ if self.anew => RequestCache::NoCache,
            _ => RequestCache::Default,
        }
    }
}

/// A file of this device as the answer to a request for it. As it never changes its key is its version.
async fn kept(at: DeviceFile) -> Result<Response, Failure> {
    let gone = || Failure::NoFile(at.name.clone());
    let file = file(&at.key).await.ok_or_else(gone)?;
    let answer = Response::builder().header("content-length", &file.size().to_string());
    answer.header("etag", &at.key).body(Some(&file)).map_err(|_| gone())
}

fn method(method: Method) -> http::Method {
    match method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Put => http::Method::PUT,
        Method::Patch => http::Method::PATCH,
    }
}

impl Answer {
    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    /// When the connection breaks, falls silent or is cancelled.
    pub async fn next(&self) -> Result<Option<Vec<u8>>, Failure> {
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

async fn refused(guard: &Guard, response: Response) -> Failure {
    let wanted = response.headers().get("retry-after");
    let retry_after = wanted.and_then(|wanted| retry_after(&wanted, now()));
    let text = response.text().await.unwrap_or_default();
    guard.disarm();
    let words: Vec<&str> = text.split_whitespace().collect();
    let beginning = words.join(" ").chars().take(QUOTED).collect();
    Failure::Status { code: response.status(), beginning, retry_after }
}

fn broke_off() -> Failure {
    Failure::BrokeOff { offline: !is_online() }
}

/// What a browser does not say when no answer came, as far as it can be told from outside.
fn unreachable_by(url: &str) -> Failure {
    let here = location_origin();
    let there = origin(url);
    Failure::Unreachable {
        offline: !is_online(),
        mixed_content: here.starts_with("https:") && there.starts_with("http:"),
        other_origin: here != there,
    }
}

/// The origin of a URL, which may be relative to this page or worker.
pub fn origin(url: &str) -> String {
    Url::new_with_base(url, &location_href()).map(|url| url.origin()).unwrap_or_default()
}

/// A path below a base URL, which may itself be relative.
pub fn join(base: &str, path: &str) -> Option<String> {
    Url::new_with_base(path, base).ok().map(|url| url.href())
}

fn location_origin() -> String {
    origin(&location_href())
}

fn location_href() -> String {
    global(&["location", "href"]).and_then(|href| href.as_string()).unwrap_or_default()
}

/// False when the device knows that it is offline.
pub fn is_online() -> bool {
    global(&["navigator", "onLine"]).and_then(|online| online.as_bool()).unwrap_or(true)
}

/// A property of the global object, be it a page's or a worker's.
fn global(path: &[&str]) -> Option<wasm_bindgen::JsValue> {
    path.iter()
        .try_fold(js_sys::global().into(), |at, name| Reflect::get(&at, &(*name).into()).ok())
}
