//! The way to one API: every request carries what lets it in, be it typed or the token of a login.

use super::session::Session;
use super::tickets::{Asked, Ticket};
use crate::core::connection::{
    Auth, Call, Connection, Secret, SessionAuth, Unfit, without_parameter,
};
use crate::core::login::{login_call, refusal};
use crate::core::manners::Gate;
use crate::core::workspace::Failure;
use crate::platform::{Answer, Cancel, Exchange, Http, join, origin};
use std::cell::Cell;

/// An answer that lets nobody in is not longer than this, in bytes.
const SHORT: usize = 4096;

/// How a door is gone through.
pub(super) struct Manner {
    /// Stops the requests.
    pub(super) cancel: Cancel,
    /// Lets no more out at once than the API is to have.
    pub(super) gate: Gate,
    /// Asks the server whether what the browser has kept still holds.
    pub(super) anew: bool,
    /// Seconds of silence until the server is given up.
    pub(super) timeout_seconds: u32,
}

/// The way to one API.
pub(super) struct Door {
    http: Http,
    auth: Auth,
    base: String,
    ticket: Option<Ticket>,
    /// True when the latest request has not got further than its login.
    is_stuck: Cell<bool>,
}

impl Door {
    /// The way to a connection's API with this secret.
    ///
    /// # Errors
    /// When the secret is wanted and not there, or is none that a request can carry.
    pub(super) fn new(
        session: &Session,
        connection: &Connection,
        secret: Option<&Secret>,
        manner: Manner,
    ) -> Result<Self, Failure> {
        let base = join(&session.base(), &connection.base_url).unwrap_or_default();
        let auth = connection.auth.clone();
        if auth.wanted().is_some() && secret.is_none() {
            return Err(Failure::NeedsSecret);
        }
        let credential = secret.map_or(Ok(None), |secret| auth.credential(secret));
        let http = Http {
            timeout_seconds: manner.timeout_seconds,
            credential: credential.map_err(|Unfit| Failure::UnfitSecret)?,
            secret_origin: origin(&base),
            proxy: connection.proxy.clone(),
            cancel: manner.cancel,
            gate: manner.gate,
            anew: manner.anew,
        };
        let ticket = ticket(session, connection, secret, &base)?;
        Ok(Self { http, auth, base, ticket, is_stuck: Cell::default() })
    }

    /// Where a call goes.
    pub(super) fn url(&self, call: &Call) -> String {
        join(&self.base, &call.address).unwrap_or_else(|| call.address.clone())
    }

    /// Where the latest request failed that was to go to this URL, as it may be shown.
    pub(super) fn failed_at(&self, url: &str) -> String {
        let login = self.ticket.as_ref().filter(|_| self.is_stuck.get());
        login.map_or_else(|| shown(url, &self.auth), Ticket::place)
    }

    /// Asks at a URL. Where it is let in no longer, it logs in once more.
    ///
    /// # Errors
    /// When no answer comes, or one that is an error; or nobody is let in.
    pub(super) async fn send(&self, call: &Call, url: &str) -> Result<Answer, Failure> {
        let Some((session, ticket)) = self.entry() else {
            return self.http.send(call, url).await.map_err(|failure| self.judge(failure));
        };
        let mut refused = None;
        loop {
            let (number, http) = self.let_in(session, ticket, refused).await?;
            let answered = match http.send(call, url).await {
                Ok(answer) => judged(session, answer).await,
                Err(failure) => Err(failure),
            };
            match answered {
                Err(failure) if refused.is_none() && is_refusal(&failure) => refused = Some(number),
                answered => return answered,
            }
        }
    }

    /// A connection that does not say how one is let in cannot be told to type a key.
    fn judge(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Status { code: 401, .. } if matches!(self.auth, Auth::None) => Failure::NoAuth,
            failure => failure,
        }
    }

    /// Sends a request and waits for all of the answer, be it an error or not. Where it is let in no longer, it logs in
    /// once more.
    ///
    /// # Errors
    /// When no answer comes.
    pub(super) async fn exchange(&self, call: &Call, url: &str) -> Result<Exchange, Failure> {
        let Some((session, ticket)) = self.entry() else {
            return self.http.exchange(call, url).await;
        };
        let (number, http) = self.let_in(session, ticket, None).await?;
        let exchange = http.exchange(call, url).await?;
        let is_over = matches!(exchange.status, 401 | 403);
        if !is_over && refusal(session, &exchange.body).is_none() {
            return Ok(exchange);
        }
        match self.let_in(session, ticket, Some(number)).await {
            Ok((_, http)) => http.exchange(call, url).await,
            // What was sent was not taken: that is what is told.
            Err(_) => Ok(exchange),
        }
    }

    /// Sees to it that what is sent next is let in: nothing has been sent where that fails.
    ///
    /// # Errors
    /// When the login gives no token.
    pub(super) async fn enter(&self) -> Result<(), Failure> {
        let Some((session, ticket)) = self.entry() else { return Ok(()) };
        self.let_in(session, ticket, None).await.map(|_| ())
    }

    fn entry(&self) -> Option<(&SessionAuth, &Ticket)> {
        match (&self.auth, &self.ticket) {
            (Auth::Session(session), Some(ticket)) => Some((session, ticket)),
            _ => None,
        }
    }

    /// Requests with a token, and its number.
    async fn let_in(
        &self,
        session: &SessionAuth,
        ticket: &Ticket,
        refused: Option<u32>,
    ) -> Result<(u32, Http), Failure> {
        self.is_stuck.set(true);
        let (number, token) = ticket.token(session, &self.http, refused).await?;
        let credential = session.credential(&token).map_err(|Unfit| Failure::UnfitSecret)?;
        self.is_stuck.set(false);
        Ok((number, Http { credential: Some(credential), ..self.http.clone() }))
    }
}

/// The login that lets requests in, where one does.
fn ticket(
    session: &Session,
    connection: &Connection,
    typed: Option<&Secret>,
    base: &str,
) -> Result<Option<Ticket>, Failure> {
    let Auth::Session(auth) = &connection.auth else { return Ok(None) };
    let typed = typed.cloned().unwrap_or_default();
    let call = login_call(connection, auth, &typed).map_err(|Unfit| Failure::UnfitSecret)?;
    let url = join(base, &call.address).unwrap_or_default();
    if origin(&url) != origin(base) {
        // What was typed is the connection's own.
        return Err(Failure::UnfitSecret);
    }
    let (proxy, token) = (connection.proxy.clone(), auth.token.clone());
    Ok(Some(session.ticket(Asked { call, url, proxy, token })))
}

/// The answer, unless it says that it lets nobody in.
async fn judged(session: &SessionAuth, answer: Answer) -> Result<Answer, Failure> {
    if session.error.is_none() {
        return Ok(answer);
    }
    let body = answer.short(SHORT).await?;
    match body.and_then(|body| refusal(session, &body)) {
        Some(beginning) => Err(Failure::Status { code: SAID, beginning, retry_after: None }),
        None => Ok(answer),
    }
}

/// The status of an answer that tells an error in its body.
const SAID: u16 = 200;

fn is_refusal(failure: &Failure) -> bool {
    matches!(failure, Failure::Status { code: SAID | 401 | 403, .. })
}

/// A URL as it may be shown: a server may write into one what it was told.
pub(super) fn shown(url: &str, auth: &Auth) -> String {
    auth.parameter().map_or_else(|| url.to_owned(), |name| without_parameter(url, name))
}
