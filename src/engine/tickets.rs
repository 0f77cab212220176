//! Logins: one for all who ask the same API with the same secret.

use crate::core::connection::{Call, Proxy, SessionAuth, TokenPlace, Veil};
use crate::core::login::token;
use crate::core::manners::Gate;
use crate::core::workspace::Failure;
use crate::core::writing::quoted;
use crate::platform::{Exchange, Http};
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// How many are kept: that of each connection, and of a few drafts of one that is being described.
const KEPT: usize = 16;

/// Every login there was, as long as the page is open. Nothing of it is kept anywhere else.
#[derive(Default)]
pub(super) struct Tickets {
    known: Vec<Ticket>,
    veil: Rc<RefCell<Veil>>,
    time: u32,
}

/// What a login says and to whom: whoever has the same shares the token.
#[derive(PartialEq)]
pub(super) struct Asked {
    pub(super) call: Call,
    pub(super) url: String,
    pub(super) proxy: Option<Proxy>,
    pub(super) token: TokenPlace,
}

/// One login and the token it gave. Cloning gives another handle to the same.
#[derive(Clone)]
pub(super) struct Ticket(Rc<Inner>);

struct Inner {
    asked: Asked,
    /// Whoever logs in is inside: others wait for what comes of it.
    turn: Gate,
    /// The token, and which one it is.
    token: RefCell<Option<(u32, String)>>,
    /// Why what was typed was refused. Who asks again and again without being told to may be locked out.
    refusal: RefCell<Option<Failure>>,
    veil: Rc<RefCell<Veil>>,
}

impl Tickets {
    /// The login that is asked for like this.
    pub(super) fn of(&mut self, asked: Asked) -> Ticket {
        if let Some(known) = self.known.iter().find(|known| known.0.asked == asked) {
            return known.clone();
        }
        if self.known.len() == KEPT {
            self.known.remove(0);
        }
        let ticket = Ticket(Rc::new(Inner {
            asked,
            turn: Gate::new(1),
            token: RefCell::default(),
            refusal: RefCell::default(),
            veil: Rc::clone(&self.veil),
        }));
        self.known.push(ticket.clone());
        ticket
    }

    /// Somebody wants it to be tried again: what was refused before may be let in now.
    pub(super) fn forgive(&self) {
        self.known.iter().for_each(|ticket| drop(ticket.0.refusal.take()));
    }

    /// The same, the first time that somebody wants it this time.
    pub(super) fn forgive_at(&mut self, time: u32) {
        if std::mem::replace(&mut self.time, time) != time {
            self.forgive();
        }
    }

    /// Hides every token.
    pub(super) fn veil(&self) -> Ref<'_, Veil> {
        self.veil.borrow()
    }
}

impl Ticket {
    /// A token and its number: the one at hand or that of a login under way, unless it is the one that was refused;
    /// else that of a new login.
    pub(super) async fn token(
        &self,
        session: &SessionAuth,
        http: &Http,
        refused: Option<u32>,
    ) -> Result<(u32, String), Failure> {
        let _turn = self.0.turn.enter().await;
        let held = self.0.token.borrow().clone();
        if let Some(held) = held.clone().filter(|(number, _)| Some(*number) != refused) {
            return Ok(held);
        }
        if let Some(refusal) = self.0.refusal.borrow().clone() {
            return Err(refusal);
        }
        match self.log_in(session, http).await {
            Ok(token) => Ok(self.keep((held.map_or(0, |(number, _)| number + 1), token))),
            Err(failure) => Err(self.note(failure)),
        }
    }

    /// Where the login goes, as it may be shown: its query may hold what was typed.
    pub(super) fn place(&self) -> String {
        self.0.asked.url.split(['?', '#']).next().unwrap_or_default().to_owned()
    }

    async fn log_in(&self, session: &SessionAuth, http: &Http) -> Result<String, Failure> {
        let Asked { call, url, .. } = &self.0.asked;
        // Answers that are waiting to be read may hold every place there is: this one is beside them.
        let http = Http { gate: Gate::new(1), ..http.clone() };
        let exchange = http.log_in(call, url).await?;
        if !(200..300).contains(&exchange.status) {
            return Err(refused(&exchange));
        }
        Ok(token(session, &exchange.body, |name| exchange.header(name))?)
    }

    fn keep(&self, held: (u32, String)) -> (u32, String) {
        self.0.veil.borrow_mut().add_text(&held.1);
        self.0.token.replace(Some(held.clone()));
        held
    }

    fn note(&self, failure: Failure) -> Failure {
        let is_busy = matches!(failure, Failure::Status { code: 429 | 500.., .. });
        if !is_busy && matches!(failure, Failure::Status { .. } | Failure::NoToken(..)) {
            self.0.refusal.replace(Some(failure.clone()));
        }
        failure
    }
}

fn refused(exchange: &Exchange) -> Failure {
    let (code, beginning) = (exchange.status, quoted(&exchange.body));
    Failure::Status { code, beginning, retry_after: exchange.retry_after }
}
