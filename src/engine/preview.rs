//! What one feed of a connection gives, looked at before anybody relies on it.

mod samples;

pub(super) use samples::{Fetched, Samples};

use super::ask::http_of;
use super::session::Session;
use crate::core::connection::{
    Call, Connection, FeedId, FeedKind, Parameters, Written, asking, connection_document,
};
use crate::core::preview::{Sample, preview};
use crate::core::workspace::Failure;
use crate::platform::{Answer, Cancel, Stopwatch};
use crate::protocol::{PreviewAsk, Previewed, Source, encode_preview};
use serde_json::Value;
use std::rc::Rc;

/// So much of an answer is looked at, in bytes.
const ENOUGH: usize = 2_000_000;

/// Looks at what a feed gives, and tells the page.
pub(super) async fn look(session: Session, id: u32, ask: PreviewAsk) {
    let seen = match see(&session, &ask).await {
        Ok(seen) | Err(seen) => seen,
    };
    if let Ok(message) = encode_preview(id, &seen) {
        session.send(&message);
    }
}

/// What is seen; what keeps it from being seen is told as well.
async fn see(session: &Session, ask: &PreviewAsk) -> Result<Previewed, Previewed> {
    let document = connection_document(&ask.document).map_err(Previewed::Wrong)?;
    let fetched = match &ask.pasted {
        Some(text) => Rc::new(Fetched::pasted(text)),
        None => fetch(session, ask, &document).await?,
    };
    let (settings, clock) = session.terms();
    let sample = match fetched.source.is_whole {
        true => Sample::whole(&fetched.bytes),
        false => Sample::cut_off(&fetched.bytes),
    };
    let preview = preview(&document, ask.feed, &settings, None, &clock, sample);
    Ok(Previewed::Seen { source: fetched.source.clone(), preview: Box::new(preview) })
}

/// The sample that was fetched for the same request before, or a new one.
async fn fetch(
    session: &Session,
    ask: &PreviewAsk,
    document: &Value,
) -> Result<Rc<Fetched>, Previewed> {
    let asking = asking(document, ask.feed).ok_or(Previewed::NoFeed)?;
    let asked = format!("{} {:?} {asking}", ask.time, ask.secret);
    if let Some(known) = session.sample(&asked) {
        return Ok(known);
    }
    let connection = Connection::from_json(&asking).map_err(Previewed::Wrong)?;
    let call = call(&connection, ask.feed).ok_or(Previewed::NoFeed)?;
    let (http, url) = http_of(&connection, &call, &session.base(), ask.secret.as_deref());
    let failed = |why| Previewed::Failed { url: url.clone(), why };
    let watch = Stopwatch::start();
    let answer = http.map_err(failed)?.send(&call, &url).await.map_err(failed)?;
    let (bytes, is_whole) = read(answer).await.map_err(failed)?;
    let millis = watch.millis() as u32;
    let source = Source { url: url.clone(), bytes: bytes.len() as u64, is_whole, millis };
    Ok(session.keep_sample(Fetched { asked, source, bytes }))
}

fn call(connection: &Connection, feed: FeedKind) -> Option<Call> {
    let (request, _) = FeedId::only(feed).address(connection)?;
    Some(request.call(connection, &Parameters::default()))
}

/// The beginning of an answer, and whether that is all of it.
async fn read(answer: Answer) -> Result<(Vec<u8>, bool), Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.next().await? {
        bytes.extend_from_slice(&piece);
        if bytes.len() >= ENOUGH {
            answer.leave();
            return Ok((bytes, false));
        }
    }
    Ok((bytes, true))
}
