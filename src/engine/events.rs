//! Listens to APIs that say when something is new.

use super::door::{Door, Manner};
use super::session::Session;
use crate::core::connection::{Connection, Events, Secret};
use crate::core::manners::{EventStream, Gate};
use crate::core::workspace::Failure;
use crate::platform::{Answer, Cancel};
use crate::protocol::Live;

/// A stream that has been silent for so many seconds is asked for anew: most say now and then that they are there.
const SILENCE_SECONDS: u32 = 600;
/// How long to wait before a stream is asked for again, in milliseconds, unless it says otherwise; it doubles with each try.
const AGAIN: u32 = 3000;
/// No wait is longer.
const LONGEST: u32 = 120_000;

/// Who listens to one connection.
pub(super) struct Listener {
    pub(super) session: Session,
    pub(super) source: usize,
    pub(super) connection: Connection,
    pub(super) secret: Option<Secret>,
    pub(super) deaf: Cancel,
}

/// Listens until told not to. A stream that ends is asked for again; what was new meanwhile is read then.
pub(super) async fn listen(listener: Listener, events: Events) {
    let mut wait = AGAIN;
    loop {
        listener.tell(Live::Connecting);
        let mut stream = EventStream::default();
        let heard = match listener.ask(&events).await {
            Ok(answer) => listener.hear(&answer, &mut stream).await,
            Err(failure) => Err(failure),
        };
        if heard == Err(Failure::Cancelled) {
            return;
        }
        listener.tell(Live::Broken);
        wait = if heard.is_ok() { AGAIN } else { wait.saturating_mul(2).min(LONGEST) };
        let wait = stream.retry_millis().unwrap_or(wait).clamp(1, LONGEST);
        if listener.deaf.sleep(wait).await.is_err() {
            return;
        }
    }
}

impl Listener {
    async fn ask(&self, events: &Events) -> Result<Answer, Failure> {
        let manner = Manner {
            cancel: self.deaf.clone(),
            // It stays inside as long as it listens: nobody else is to wait for it.
            gate: Gate::new(1),
            anew: true,
            timeout_seconds: SILENCE_SECONDS,
        };
        let door = Door::new(&self.session, &self.connection, self.secret.as_ref(), manner)?;
        let call = events.call(&self.connection);
        door.send(&call, &door.url(&call)).await
    }

    /// Hears the stream to its end. What came before it began to listen may be new as well.
    async fn hear(&self, answer: &Answer, stream: &mut EventStream) -> Result<(), Failure> {
        self.tell(Live::Listening);
        let mut is_new = self.session.has_read(self.source);
        loop {
            if is_new {
                self.session.note_new(self.source);
            }
            match answer.next().await? {
                Some(piece) => is_new = stream.push(&piece),
                None => return Ok(()),
            }
        }
    }

    fn tell(&self, live: Live) {
        self.session.note_live(self.source, live);
    }
}
