//! Requests: what is asked of the browser, and what becomes of what it says.

use crate::support::{Network, pause, replace, until, window};
use heartline::core::connection::{Call, Credential, DEVICE, Headers, Method, Step, Written};
use heartline::core::manners::Gate;
use heartline::core::workspace::{BodyFailure, Failure};
use heartline::platform::{
    Answer, Cancel, Http, Stopwatch, beginning, join, keep_file, kept_file, origin,
};
use js_sys::Array;
use serde_json::json;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Request, RequestCache, RequestCredentials, RequestRedirect};

const API: &str = "https://api.example";

fn http() -> Http {
    Http {
        timeout_seconds: 1,
        credential: None,
        secret_origin: String::new(),
        proxy: None,
        cancel: Cancel::default(),
        gate: Gate::new(6),
        anew: false,
    }
}

/// A call that only gets; where to is said beside it.
fn get() -> Call {
    let (method, headers) = (Method::Get, Headers::default());
    Call { method, address: String::new(), headers, body: None, follows: false }
}

async fn rest(answer: Answer) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.next().await? {
        bytes.extend(piece);
    }
    Ok(String::from_utf8(bytes).expect("text"))
}

async fn text(http: &Http, url: &str) -> Result<String, Failure> {
    rest(http.send(&get(), url).await?).await
}

fn unreachable(other_origin: bool) -> Failure {
    Failure::Unreachable { offline: false, mixed_content: false, other_origin }
}

#[wasm_bindgen_test]
async fn a_body_is_read_to_its_end() {
    let content = "行 row ".repeat(200_000);
    let parts = Array::of1(&content.as_str().into());
    let blob = web_sys::Blob::new_with_str_sequence(&parts).expect("a blob");
    let url = web_sys::Url::create_object_url_with_blob(&blob).expect("a URL");
    let answer = http().send(&get(), &url).await.expect("an answer");
    assert_eq!(answer.announced_bytes, Some(content.len() as u64));
    assert!(rest(answer).await.is_ok_and(|read| read == content));
    let _ = web_sys::Url::revoke_object_url(&url);
}

fn file(content: &str) -> web_sys::File {
    let parts = Array::of1(&content.into());
    web_sys::File::new_with_str_sequence(&parts, "x.csv").expect("a file")
}

/// Keeps a file. Gives the key it is kept under, and where it is.
async fn kept(content: &str) -> (String, String) {
    let file = file(content);
    let beginning = beginning(&file).await.expect("a text");
    let key = keep_file(&file, &beginning).await.expect("room");
    (key.clone(), format!("{DEVICE}{key}/x.csv"))
}

#[wasm_bindgen_test]
async fn a_file_of_this_device_answers_like_a_server() {
    let content = "店;评分\n东;9\n".repeat(50_000);
    let (key, url) = kept(&content).await;
    let answer = http().send(&get(), &url).await.expect("an answer");
    assert_eq!(answer.announced_bytes, Some(content.len() as u64));
    assert_eq!(answer.version, Some(key.clone()), "it never changes");
    assert!(rest(answer).await.is_ok_and(|read| read == content));
    let known = kept_file(&key).await.expect("the file");
    assert_eq!((known.bytes, known.other_encoding), (content.len() as u64, None));
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_named() {
    let gone = Err(Failure::NoFile("x y.csv".to_owned()));
    assert_eq!(text(&http(), "device:///nobody/x%20y.csv").await, gone);
    assert_eq!(kept_file("nobody").await, None);
}

#[wasm_bindgen_test]
async fn a_file_is_left_where_it_is_when_the_reading_is_stopped() {
    let (_, url) = kept(&"x".repeat(1_000_000)).await;
    let http = http();
    let answer = http.send(&get(), &url).await.expect("an answer");
    http.cancel.cancel();
    assert_eq!(rest(answer).await, Err(Failure::Cancelled));
}

#[wasm_bindgen_test]
async fn a_port_that_refuses_is_unreachable() {
    let failure = text(&http(), "http://127.0.0.1:47651/responses").await;
    assert_eq!(failure, Err(unreachable(true)));
}

#[wasm_bindgen_test]
async fn an_address_with_nothing_at_it_says_its_status() {
    let failure = text(&http(), "/nothing/here").await;
    assert!(matches!(failure, Err(Failure::Status { code: 404, .. })), "{failure:?}");
}

#[wasm_bindgen_test]
async fn a_device_without_a_line_is_told_apart() {
    let _offline = replace(&window().navigator(), "onLine", &false.into());
    let failure = text(&http(), "http://127.0.0.1:47651/").await;
    assert!(matches!(failure, Err(Failure::Unreachable { offline: true, .. })), "{failure:?}");
}

#[wasm_bindgen_test]
async fn a_silent_server_is_given_up() {
    let _network = Network::pretend();
    let watch = Stopwatch::start();
    assert_eq!(text(&http(), &format!("{API}/silent")).await, Err(Failure::TimedOut(1)));
    assert!(watch.millis() >= 900.0, "given up after {} ms", watch.millis());
}

#[wasm_bindgen_test]
async fn a_server_that_falls_silent_is_given_up() {
    let _network = Network::pretend();
    let answer = http().send(&get(), &format!("{API}/stalls")).await.expect("an answer");
    assert_eq!(answer.next().await, Ok(Some(b"one".to_vec())));
    assert_eq!(answer.next().await, Err(Failure::TimedOut(1)));
}

#[wasm_bindgen_test]
async fn a_slow_server_is_not_a_silent_one() {
    let _network = Network::pretend();
    let watch = Stopwatch::start();
    let read = text(&http(), &format!("{API}/slow")).await;
    assert_eq!(read.as_deref(), Ok("one two three four"));
    assert!(watch.millis() > 1100.0, "it must take longer than the silence that is allowed");
}

#[wasm_bindgen_test]
async fn a_request_can_be_cancelled_before_and_while_it_is_answered() {
    for path in ["silent", "stalls"] {
        let _network = Network::pretend();
        let http = Http { timeout_seconds: 60, ..http() };
        let cancel = http.cancel.clone();
        spawn_local(async move {
            pause(50).await;
            cancel.cancel();
        });
        let read = text(&http, &format!("{API}/{path}")).await;
        assert_eq!(read, Err(Failure::Cancelled), "{path}");
    }
}

#[wasm_bindgen_test]
async fn a_connection_that_breaks_is_told() {
    let _network = Network::pretend();
    let broke_off = |offline| Err(Failure::BrokeOff { offline });
    assert_eq!(text(&http(), &format!("{API}/breaks")).await, broke_off(false));
    let _offline = replace(&window().navigator(), "onLine", &false.into());
    assert_eq!(text(&http(), &format!("{API}/breaks")).await, broke_off(true));
}

#[wasm_bindgen_test]
async fn what_was_cancelled_sends_no_more_requests() {
    let _network = Network::pretend();
    let http = http();
    http.cancel.cancel();
    assert_eq!(text(&http, &format!("{API}/plain")).await, Err(Failure::Cancelled));
}

#[wasm_bindgen_test]
async fn one_can_sleep_and_be_woken_by_being_cancelled() {
    let (cancel, watch) = (Cancel::default(), Stopwatch::start());
    assert_eq!(cancel.sleep(60).await, Ok(()));
    assert!(watch.millis() >= 50.0);
    let other = cancel.clone();
    spawn_local(async move {
        pause(50).await;
        other.cancel();
    });
    assert_eq!(cancel.sleep(60_000).await, Err(Failure::Cancelled));
    assert!(watch.millis() < 30_000.0);
    assert_eq!(cancel.sleep(60_000).await, Err(Failure::Cancelled), "and nobody sleeps after that");
}

#[wasm_bindgen_test]
async fn a_body_holds_its_place_until_it_has_been_read() {
    let _network = Network::pretend();
    let http = Http { gate: Gate::new(1), ..http() };
    let first = http.send(&get(), &format!("{API}/plain")).await.expect("an answer");
    let read = Rc::new(Cell::new(false));
    let (other, told) = (http.clone(), Rc::clone(&read));
    spawn_local(async move {
        told.set(text(&other, &format!("{API}/plain")).await.is_ok());
    });
    pause(50).await;
    assert!(!read.get(), "there is room for one");
    assert!(rest(first).await.is_ok());
    until("the other is read", || read.get()).await;
}

#[wasm_bindgen_test]
async fn a_version_is_told_and_the_rest_can_be_left() {
    let _network = Network::pretend();
    let answer = http().send(&get(), &format!("{API}/tagged")).await.expect("an answer");
    assert_eq!(answer.version.as_deref(), Some("\"one\""));
    answer.leave();
    let plain = http().send(&get(), &format!("{API}/plain")).await.expect("an answer");
    assert_eq!(plain.version, None);
}

#[wasm_bindgen_test]
async fn a_refusal_keeps_the_beginning_of_what_it_said() {
    let _network = Network::pretend();
    let beginning = format!("no entry {}", "!".repeat(191));
    let refused = Err(Failure::Status { code: 401, beginning, retry_after: None });
    assert_eq!(text(&http(), &format!("{API}/refuses")).await, refused);
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_is_empty() {
    let _network = Network::pretend();
    let empty = Err(Failure::Body(BodyFailure::Empty));
    assert_eq!(text(&http(), &format!("{API}/empty")).await, empty);
}

#[wasm_bindgen_test]
async fn the_length_of_a_packed_body_says_nothing() {
    let _network = Network::pretend();
    let announced = async |path| {
        let answer = http().send(&get(), &format!("{API}/{path}")).await.expect("an answer");
        answer.announced_bytes
    };
    assert_eq!(announced("plain").await, Some(5));
    assert_eq!(announced("packed").await, None);
    assert_eq!(announced("elsewhere").await, None, "another origin hides whether it was packed");
}

#[wasm_bindgen_test]
async fn a_secret_goes_to_its_own_origin_and_follows_no_redirect() {
    let network = Network::pretend();
    let credential = Some(Credential::Header("x-key".to_owned(), "s3cret".to_owned()));
    let http = Http { credential, secret_origin: API.to_owned(), ..http() };
    let key = || network.asked().headers().get("x-key").expect("headers");

    assert_eq!(text(&http, &format!("{API}/plain")).await.as_deref(), Ok("hello"));
    assert_eq!(key().as_deref(), Some("s3cret"));
    assert_eq!(network.asked().redirect(), RequestRedirect::Manual);

    for elsewhere in ["https://api.example.evil", "http://api.example", "https://api.example:8443"]
    {
        assert_eq!(text(&http, &format!("{elsewhere}/plain")).await.as_deref(), Ok("hello"));
        assert_eq!(key(), None, "{elsewhere}");
        assert_eq!(network.asked().redirect(), RequestRedirect::Follow);
    }
    // A name before an @ is no origin, and a browser fetches no such URL.
    assert_eq!(text(&http, &format!("{API}@evil.example/plain")).await, Err(unreachable(true)));
}

#[wasm_bindgen_test]
async fn a_secret_in_the_query_goes_to_its_own_origin_and_into_no_cache() {
    let network = Network::pretend();
    let credential = Some(Credential::Parameter("key".to_owned(), "s3 cret".to_owned()));
    let http = Http { credential, secret_origin: API.to_owned(), anew: true, ..http() };
    let asked = async |url: String| {
        assert_eq!(text(&http, &url).await.as_deref(), Ok("hello"));
        network.asked()
    };
    let ours = asked(format!("{API}/plain?a=1&key=old")).await;
    assert_eq!(ours.url(), format!("{API}/plain?a=1&key=s3%20cret"));
    assert_eq!((ours.redirect(), ours.cache()), (RequestRedirect::Manual, RequestCache::NoStore));
    let elsewhere = asked("https://api.example.evil/plain?key=s3%20cret&a=1".to_owned()).await;
    assert_eq!(elsewhere.url(), "https://api.example.evil/plain?a=1");
    assert_eq!(elsewhere.cache(), RequestCache::NoCache);
}

#[wasm_bindgen_test]
async fn a_secret_in_the_body_goes_to_its_own_origin() {
    let network = Network::pretend();
    let steps = vec![Step::Key("params".to_owned()), Step::Index(0)];
    let credential = Some(Credential::Body(steps, "t0k3n".to_owned()));
    let http = Http { credential, secret_origin: API.to_owned(), ..http() };
    let call = Call { method: Method::Post, body: Some(json!({"params": [null, 1]})), ..get() };
    let asked = async |url: &str| {
        assert!(http.send(&call, url).await.is_ok());
        let body = network.asked().text().expect("a text");
        JsFuture::from(body).await.expect("the body").as_string().expect("a text")
    };
    assert_eq!(asked(&format!("{API}/plain")).await, r#"{"params":["t0k3n",1]}"#);
    assert_eq!(network.asked().redirect(), RequestRedirect::Manual);
    assert_eq!(asked("https://api.example.evil/plain").await, r#"{"params":[null,1]}"#);
    // What has no body goes without.
    assert_eq!(text(&http, &format!("{API}/plain")).await.as_deref(), Ok("hello"));
}

#[wasm_bindgen_test]
async fn a_login_follows_no_redirect_and_is_kept_nowhere() {
    let network = Network::pretend();
    let exchange = http().log_in(&get(), &format!("{API}/plain")).await.expect("an answer");
    assert_eq!((exchange.status, exchange.body.as_str()), (200, "hello"));
    let asked = network.asked();
    assert_eq!((asked.redirect(), asked.cache()), (RequestRedirect::Manual, RequestCache::NoStore));
}

#[wasm_bindgen_test]
async fn what_was_looked_at_first_is_read_from_its_beginning() {
    let _network = Network::pretend();
    for (most, seen) in [(5, Some("hello".to_owned())), (4, None)] {
        let answer = http().send(&get(), &format!("{API}/plain")).await.expect("an answer");
        assert_eq!(answer.short(most).await, Ok(seen));
        assert_eq!(rest(answer).await.as_deref(), Ok("hello"));
    }
}

#[wasm_bindgen_test]
async fn a_reading_anew_asks_the_server_whether_what_is_kept_still_holds() {
    let network = Network::pretend();
    for (anew, cache) in [(false, RequestCache::Default), (true, RequestCache::NoCache)] {
        let _ = text(&Http { anew, ..http() }, "/plain").await;
        assert_eq!(network.asked().cache(), cache);
    }
}

#[wasm_bindgen_test]
async fn a_call_is_sent_as_it_says() {
    let network = Network::pretend();
    let said = |json| Headers::from_json(&json).expect("headers");
    let body = Some(json!({"query": "{ 客户 }"}));
    let call = Call { method: Method::Post, headers: said(json!({"X-Site": "s"})), body, ..get() };
    let sent = http().send(&call, "/plain").await;
    assert!(sent.is_ok());
    let asked = network.asked();
    let header = |asked: &Request, name| asked.headers().get(name).expect("headers");
    assert_eq!(asked.method(), "POST");
    assert_eq!(header(&asked, "x-site").as_deref(), Some("s"));
    assert_eq!(header(&asked, "content-type").as_deref(), Some("application/json"));
    let body = JsFuture::from(asked.text().expect("a text")).await.expect("the body");
    assert_eq!(body.as_string().as_deref(), Some(r#"{"query":"{ 客户 }"}"#));

    let typed = Call { headers: said(json!({"content-TYPE": "application/graphql"})), ..call };
    assert!(http().send(&typed, "/plain").await.is_ok());
    assert_eq!(header(&network.asked(), "content-type").as_deref(), Some("application/graphql"));
    let _ = text(&http(), "/plain").await;
    assert_eq!(header(&network.asked(), "content-type"), None);
}

#[wasm_bindgen_test]
async fn no_request_carries_cookies() {
    let network = Network::pretend();
    let _ = text(&http(), "/plain").await;
    assert_eq!(network.asked().credentials(), RequestCredentials::Omit);
}

#[wasm_bindgen_test]
fn addresses_are_taken_as_the_browser_takes_them() {
    assert_eq!(origin("https://API.example:443/a?b#c"), API);
    assert_eq!(origin("demo/responses.json"), window().location().origin().expect("an origin"));
    assert_eq!(origin("https://"), "", "no origin");
    let joined = |base, path| join(base, path).unwrap_or_default();
    assert_eq!(joined("https://api.example/v1/", "rows.json"), "https://api.example/v1/rows.json");
    assert_eq!(joined("https://api.example/v1/", "/rows"), "https://api.example/rows");
    assert_eq!(joined("https://api.example/v1/", "rows?a=1"), "https://api.example/v1/rows?a=1");
    assert_eq!(join("not a base", "rows"), None);
}
