//! The app on a stage: mounted in the test's page, before an engine that is told what to say.

use crate::history::AddressBar;
use crate::support::{Change, Planted, accidents, document, frames, get, replace, until};
use heartline::app::{App, Overview};
use heartline::core::scene::answer;
use heartline::core::workspace::Workspace;
use heartline::platform::push;
use heartline::protocol::{Reply, Request, SourceStatus, Status, decode, encode, encode_answer};
use js_sys::{Function, Object, Reflect, Uint8Array};
use leptos::mount::mount_to;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// An engine that answers from a workspace, in the page itself: a worker to whoever takes it for one.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    worker: Object,
    asked: RefCell<Vec<Request>>,
    status: Status,
    workspace: Option<Workspace>,
}

impl Engine {
    /// One that says nothing of itself.
    pub fn mute() -> Self {
        Self::new(Status::default(), None)
    }

    /// One that answers from a workspace.
    pub fn of(workspace: Workspace) -> Self {
        let read_at = Some(1_794_268_800_000);
        let source = SourceStatus { read_at, ..SourceStatus::default() };
        let status = Status::of(vec![source], &[&workspace]);
        Self::new(status, Some(workspace))
    }

    /// One that has nothing to answer from, and says why.
    pub fn with_status(status: Status) -> Self {
        Self::new(status, None)
    }

    fn new(status: Status, workspace: Option<Workspace>) -> Self {
        let (worker, asked) = (Object::new(), RefCell::default());
        let engine = Self(Rc::new(Inner { worker, asked, status, workspace }));
        let own = engine.clone();
        let receive = move |message: Uint8Array| own.receive(&message.to_vec());
        let receive = Closure::<dyn Fn(Uint8Array)>::new(receive).into_js_value();
        Reflect::set(&engine.0.worker, &"postMessage".into(), &receive).expect("an object");
        engine
    }

    /// Everything the page has asked so far.
    pub fn asked(&self) -> Vec<Request> {
        self.0.asked.borrow().clone()
    }

    /// Tells the page something.
    pub fn tell(&self, reply: &Reply) {
        self.send(&encode(reply).expect("bytes"));
    }

    fn send(&self, message: &[u8]) {
        self.post(&Uint8Array::from(message));
    }

    /// Posts whatever it is to the page.
    pub fn post(&self, data: &JsValue) {
        let event = Object::new();
        Reflect::set(&event, &"data".into(), data).expect("an object");
        self.call("onmessage", &event);
    }

    /// Breaks down.
    pub fn fail(&self) {
        self.call("onerror", &Object::new());
    }

    fn call(&self, handler: &str, event: &JsValue) {
        if let Ok(handler) = get(&self.0.worker, handler).dyn_into::<Function>() {
            handler.call1(&self.0.worker, event).expect("the page hears it");
        }
    }

    fn receive(&self, message: &[u8]) {
        let request: Request = decode(message).expect("a request");
        self.0.asked.borrow_mut().push(request.clone());
        let (engine, workspace) = (self.clone(), self.0.workspace.is_some());
        // A worker's answer never comes before the page has done what it is about.
        match request {
            Request::Hello if self.0.status != Status::default() => {
                let status = Reply::Status(Box::new(self.0.status.clone()));
                spawn_local(async move { engine.tell(&status) });
            }
            Request::Ask { id, query } if workspace => spawn_local(async move {
                let workspace = engine.0.workspace.as_ref().expect("it has one");
                engine.send(&encode_answer(id, &answer(workspace, &query)).expect("bytes"));
            }),
            _ => (),
        }
    }
}

/// What the boot script leaves for the page, until dropped. Charts cannot be had: they are ECharts' to
/// draw, in a built site.
pub struct Wired(#[expect(dead_code, reason = "taken away when dropped")] Change);

impl Wired {
    pub fn to(engine: Option<&Engine>, snapshot: Option<&Uint8Array>) -> Self {
        Self::with(engine, snapshot, false)
    }

    /// With an engine that failed before the page was there.
    pub fn to_failed(engine: &Engine) -> Self {
        Self::with(Some(engine), None, true)
    }

    fn with(engine: Option<&Engine>, snapshot: Option<&Uint8Array>, failed: bool) -> Self {
        let boot = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&boot, &name.into(), value);
        let no_charts = Function::new_no_args("return Promise.reject('no charts here')");
        set("loadCharts", &no_charts).expect("an object");
        set("failed", &failed.into()).expect("an object");
        if let Some(engine) = engine {
            set("engine", &engine.0.worker).expect("an object");
        }
        if let Some(snapshot) = snapshot {
            set("snapshot", snapshot).expect("an object");
        }
        Self(replace(&js_sys::global(), "heartline", &boot))
    }
}

/// The app, opened at a place. Leaving the stage clears it.
pub struct Stage {
    app: Option<Box<dyn Any>>,
    root: Planted,
    _wired: Wired,
    _bar: AddressBar,
}

impl Stage {
    /// Opens the app at a path, before an engine.
    pub fn open(path: &str, engine: &Engine) -> Self {
        Self::with(path, Wired::to(Some(engine), None))
    }

    /// Opens the app at a path, with what the boot script has left.
    pub fn with(path: &str, wired: Wired) -> Self {
        Self::mounted(path, wired, |root| Box::new(mount_to(root, App)))
    }

    /// Opens the overview's own program.
    pub fn entrance(wired: Wired) -> Self {
        Self::mounted("/", wired, |root| Box::new(mount_to(root, Overview)))
    }

    fn mounted(path: &str, wired: Wired, mount: fn(HtmlElement) -> Box<dyn Any>) -> Self {
        let bar = AddressBar::with_base("/");
        push(path);
        assert!(
            document().url().is_ok_and(|url| url.ends_with(path)),
            "the browser went to {path}"
        );
        // A test that fails leaves its stage behind, with ids that are this one's.
        while let Some(left) = document().query_selector(".stage").expect("a selector") {
            left.remove();
        }
        let root = Planted::in_body("div");
        root.0.set_class_name("stage");
        let app = mount(root.0.clone());
        Self { app: Some(app), root, _wired: wired, _bar: bar }
    }

    /// Opens the app and waits for its page's heading.
    pub async fn shown(path: &str, engine: &Engine) -> Self {
        let stage = Self::open(path, engine);
        stage.settled().await;
        stage
    }

    /// Waits until nothing is waited for.
    pub async fn settled(&self) {
        until("the page is there", || {
            self.find("h1").is_some() && self.find(".waiting, .bone").is_none()
        })
        .await;
    }

    /// Leaves the app as it is, and sees to it that nothing goes wrong behind its back.
    pub async fn leave(self) {
        drop(self);
        frames().await;
        let accidents = accidents();
        assert!(accidents.is_empty(), "{accidents:?}");
    }

    /// The first element of a selector, if there is one.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found = self.root.0.query_selector(selector).expect("a selector");
        found.map(|element| element.unchecked_into())
    }

    /// The first element of a selector.
    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.find(selector);
        assert!(found.is_some(), "no {selector} in: {}", self.root.0.inner_html());
        found.expect("it is there")
    }

    /// Every element of a selector.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.0.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|at| Some(found.get(at)?.unchecked_into())).collect()
    }

    /// All there is, as HTML.
    pub fn html(&self) -> String {
        self.root.0.inner_html()
    }

    /// All text there is.
    pub fn text(&self) -> String {
        text(&self.root.0)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.app.take();
        for store in ["localStorage", "sessionStorage"] {
            let store: web_sys::Storage = get(&js_sys::global(), store).unchecked_into();
            let _ = store.clear();
        }
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("lang");
        }
    }
}

/// An element's text, with its spaces as one.
pub fn text(element: &HtmlElement) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
