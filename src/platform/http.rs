//! Requests, answered piece by piece.

use super::answer::Answer;
use super::cancel::{Cancel, Guard};
use super::clock::now;
use super::shelf::file;
use crate::core::connection::{
    Call, Credential, DeviceFile, Method, Parameters, Proxy, without_parameter,
};
use crate::core::manners::{Gate, Pass, retry_after};
use crate::core::workspace::Failure;
use gloo_net::Error;
use gloo_net::http::{self, Headers, Request, RequestBuilder, Response};
use js_sys::Reflect;
use std::rc::Rc;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect, ResponseType, Url};

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
        let intent = if call.method == Method::Get { Intent::Read } else { Intent::Write };
        self.whole(call, url, intent).await
    }

    /// Sends a request that has a secret in any of its parts, and waits for all of the answer. It follows nobody
    /// elsewhere, and the browser keeps nothing of it.
    ///
    /// # Errors
    /// As [`Http::exchange`].
    pub async fn log_in(&self, call: &Call, url: &str) -> Result<Exchange, Failure> {
        self.whole(call, url, Intent::LogIn).await
    }

    async fn whole(&self, call: &Call, url: &str, intent: Intent) -> Result<Exchange, Failure> {
        let (response, guard, _pass) = self.open(call, url, intent).await?;
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
        let (response, guard, pass) = self.open(call, url, Intent::Read).await?;
        if !response.ok() {
            return Err(refused(&guard, response).await);
        }
        Answer::of(&response, url, guard, pass)
    }

    /// Sends a request. The answer's head has come, its body not yet.
    async fn open(
        &self,
        call: &Call,
        url: &str,
        intent: Intent,
    ) -> Result<(Response, Rc<Guard>, Pass), Failure> {
        let pass = self.gate.enter().await;
        let unreachable = || unreachable_by(&self.through(url));
        let guard = Guard::new(self.timeout_seconds).ok_or_else(unreachable)?;
        self.cancel.watch(&guard);
        guard.rearm();
        if let Some(at) = DeviceFile::of(url).filter(|_| intent == Intent::Read) {
            return Ok((kept(at).await?, guard, pass));
        }
        let request = self.request(call, url, &guard, intent).map_err(|_| unreachable())?;
        let response = request.send().await.map_err(|_| guard.failure(unreachable))?;
        if intent != Intent::Write && response.type_() == ResponseType::Opaqueredirect {
            guard.leave();
            return Err(Failure::Redirected);
        }
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
        intent: Intent,
    ) -> Result<Request, Error> {
        let headers = Headers::new();
        call.headers.iter().for_each(|(name, value)| headers.set(name, value));
        let (url, carries) = self.carry(url, &headers);
        let url = self.through(&url);
        let request = RequestBuilder::new(&url)
            .method(method(call.method))
            .credentials(RequestCredentials::Omit)
            .cache(self.cache(intent, carries))
            .abort_signal(Some(&guard.signal()));
        let redirect = redirect(intent, carries);
        let request = redirect.into_iter().fold(request, RequestBuilder::redirect);
        match &call.body {
            Some(body) => {
                let filled = carries.and_then(|secret| secret.in_body(body));
                let body = filled.as_ref().unwrap_or(body);
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
            Some(Credential::Body(..)) if is_ours => (url.to_owned(), self.credential.as_ref()),
            Some(Credential::Parameter(name, value)) if is_ours => {
                (Parameters::one(name, value).set_in(url), self.credential.as_ref())
            }
            // The API may have written it into a URL of somebody else's.
            Some(Credential::Parameter(name, _)) => (without_parameter(url, name), None),
            _ => (url.to_owned(), None),
        }
    }

    /// What the browser keeps of the answer: where the secret is part of the URL nothing, for that is kept with it.
    fn cache(&self, intent: Intent, carries: Option<&Credential>) -> RequestCache {
        match (intent, carries) {
            (Intent::LogIn, _) | (_, Some(Credential::Parameter(..))) => RequestCache::NoStore,
            _ if self.anew => RequestCache::NoCache,
            _ => RequestCache::Default,
        }
    }
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    Read,
    Write,
    LogIn,
}

/// Whether a request follows an answer that sends it elsewhere; as browsers do without a word.
fn redirect(intent: Intent, carries: Option<&Credential>) -> Option<RequestRedirect> {
    match (intent, carries) {
        // Browsers may make a reading of a write, which would pass for a success.
        (Intent::Write, _) => Some(RequestRedirect::Manual),
        // It could carry the secret to another origin.
        (Intent::LogIn, _) | (_, Some(_)) => Some(RequestRedirect::Manual),
        (Intent::Read, None) => None,
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

async fn refused(guard: &Guard, response: Response) -> Failure {
    let wanted = response.headers().get("retry-after");
    let retry_after = wanted.and_then(|wanted| retry_after(&wanted, now()));
    let text = response.text().await.unwrap_or_default();
    guard.disarm();
    let words: Vec<&str> = text.split_whitespace().collect();
    let beginning = words.join(" ").chars().take(QUOTED).collect();
    Failure::Status { code: response.status(), beginning, retry_after }
}

pub(super) fn broke_off() -> Failure {
    Failure::BrokeOff { offline: !is_online() }
}

/// What a browser does not say when no answer came, as far as it can be told from outside.
pub(super) fn unreachable_by(url: &str) -> Failure {
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
