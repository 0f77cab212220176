//! How requests are stopped: by the user, or by a server's silence.

use crate::core::workspace::Failure;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

/// Stops requests: those that are under way, and those that would follow.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Rc<Switch>);

#[derive(Debug, Default)]
struct Switch {
    is_off: Cell<bool>,
    guards: RefCell<Vec<Rc<Guard>>>,
    /// Those who sleep, and what wakes them.
    sleepers: RefCell<Vec<Rc<Function>>>,
}

impl Cancel {
    /// Stops every request made with this.
    pub fn cancel(&self) {
        self.0.is_off.set(true);
        self.0.guards.take().into_iter().for_each(|guard| guard.stop(Stop::Cancelled));
        self.0.sleepers.take().iter().for_each(|wake| call(wake));
    }

    /// Waits so many milliseconds.
    ///
    /// # Errors
    /// At once when it is cancelled, then or before.
    pub async fn sleep(&self, millis: u32) -> Result<(), Failure> {
        let mut alarm = None;
        let slept = Promise::new(&mut |wake, _| alarm = Some(Rc::new(wake)));
        if let (Some(wake), false) = (alarm, self.0.is_off.get()) {
            let timer = Rc::clone(&wake);
            let timer = Timeout::new(millis, move || call(&timer));
            self.sleeps(&wake);
            // Nothing ever rejects it.
            let _ = JsFuture::from(slept).await;
            drop(timer);
        }
        if self.0.is_off.get() { Err(Failure::Cancelled) } else { Ok(()) }
    }

    fn sleeps(&self, wake: &Rc<Function>) {
        let mut sleepers = self.0.sleepers.borrow_mut();
        sleepers.retain(|other| Rc::strong_count(other) > 1);
        sleepers.push(Rc::clone(wake));
    }

    pub(super) fn watch(&self, guard: &Rc<Guard>) {
        if self.0.is_off.get() {
            guard.stop(Stop::Cancelled);
        }
        let mut guards = self.0.guards.borrow_mut();
        // A feed may have a thousand pages: of those that have been read nothing is kept.
        guards.retain(|other| Rc::strong_count(other) > 1);
        guards.push(Rc::clone(guard));
    }
}

fn call(wake: &Function) {
    // To wake somebody up cannot fail.
    let _ = wake.call0(&JsValue::NULL);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Cancelled,
    TimedOut,
}

/// One request's way to be stopped, by the user or by silence.
#[derive(Debug)]
pub(super) struct Guard {
    controller: AbortController,
    stopped: Cell<Option<Stop>>,
    timer: RefCell<Option<Timeout>>,
    seconds: u32,
}

impl Guard {
    pub(super) fn new(seconds: u32) -> Option<Rc<Self>> {
        let controller = AbortController::new().ok()?;
        let (stopped, timer) = (Cell::default(), RefCell::default());
        Some(Rc::new(Self { controller, stopped, timer, seconds }))
    }

    fn stop(&self, why: Stop) {
        if self.stopped.get().is_none() {
            self.stopped.set(Some(why));
        }
        self.controller.abort();
    }

    /// What the request must be made with.
    pub(super) fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Ends the request when its answer is no longer wanted.
    pub(super) fn leave(&self) {
        self.disarm();
        self.controller.abort();
    }

    /// Waits for the server anew: only silence counts, not the length of an answer.
    pub(super) fn rearm(self: &Rc<Self>) {
        let guard = Rc::downgrade(self);
        let millis = self.seconds.saturating_mul(1000);
        let timeout = Timeout::new(millis, move || {
            if let Some(guard) = guard.upgrade() {
                guard.stop(Stop::TimedOut);
            }
        });
        self.timer.replace(Some(timeout));
    }

    pub(super) fn disarm(&self) {
        self.timer.replace(None);
    }

    /// Why the request came to nothing: it was stopped, or else what the browser let see.
    pub(super) fn failure(&self, seen: impl FnOnce() -> Failure) -> Failure {
        self.disarm();
        match self.stopped.get() {
            Some(Stop::Cancelled) => Failure::Cancelled,
            Some(Stop::TimedOut) => Failure::TimedOut(self.seconds),
            None => seen(),
        }
    }
}
