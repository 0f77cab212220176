//! The way to one API, for requests that write and for those that look at what was written.

use crate::core::connection::{Call, Connection, Secret, Veil};
use crate::core::manners::Gate;
use crate::core::workspace::Failure;
use crate::engine::door::{Door, Manner, shown};
use crate::engine::session::Session;
use crate::platform::{Cancel, Exchange, join};
use crate::protocol::{RequestScene, Written};

/// The way to one API.
pub(super) struct Wire {
    pub(super) connection: Connection,
    pub(super) cancel: Cancel,
    door: Result<Door, Failure>,
    base: String,
    session: Session,
    secret: Option<Secret>,
}

impl Wire {
    pub(super) fn new(session: &Session, connection: Connection, secret: Option<&Secret>) -> Self {
        let base = join(&session.base(), &connection.base_url).unwrap_or_default();
        let cancel = Cancel::default();
        let manner = Manner {
            cancel: cancel.clone(),
            gate: Gate::new(connection.max_requests),
            anew: true,
            timeout_seconds: connection.timeout_seconds,
        };
        let door = Door::new(session, &connection, secret, manner);
        let (session, secret) = (session.clone(), secret.cloned());
        Self { connection, cancel, door, base, session, secret }
    }

    /// Where a call goes.
    fn url(&self, call: &Call) -> String {
        join(&self.base, &call.address).unwrap_or_else(|| call.address.clone())
    }

    /// Sees to it that what is sent next is let in: nothing has been sent where that fails.
    pub(super) async fn enter(&self) -> Result<(), Failure> {
        self.door.as_ref().map_err(Clone::clone)?.enter().await
    }

    /// Sends a call, once.
    pub(super) async fn exchange(&self, call: &Call) -> Result<Exchange, Failure> {
        self.door.as_ref().map_err(Clone::clone)?.exchange(call, &self.url(call)).await
    }

    /// No answer came to what was sent; or it was not sent at all, for want of a secret.
    pub(super) fn failed(&self, why: Failure) -> Written {
        match why {
            Failure::NeedsSecret | Failure::UnfitSecret => Written::Unread(why),
            why => Written::Failed(why.under(&self.veil())),
        }
    }

    /// Nobody could be asked.
    pub(super) fn unread(&self, why: Failure) -> Written {
        Written::Unread(why.under(&self.veil()))
    }

    /// What others said may hold what they were told.
    pub(super) fn veil(&self) -> Veil {
        self.session.veil(&self.connection.auth, self.secret.as_ref())
    }

    /// A call as it may be seen.
    pub(super) fn scene(&self, call: &Call) -> RequestScene {
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let mut headers: Vec<_> = call.headers.iter().map(own).collect();
        if !call.headers.has("content-type") {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        RequestScene {
            method: call.method.id().to_owned(),
            url: shown(&self.url(call), &self.connection.auth),
            headers,
            body: call.body.as_ref().map(|body| format!("{body:#}")).unwrap_or_default(),
        }
    }
}
