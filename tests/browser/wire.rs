//! The page's side of the wire to its engine, and what crosses it.

use crate::stage::{Engine, Wired};
use crate::support::until;
use heartline::core::model::{JourneyId, Lang, TouchpointId};
use heartline::core::query::{Filters, HeatState, Query};
use heartline::core::scene::{Scene, answer};
use heartline::platform::EngineWorker;
use heartline::protocol::{Reply, Request, Snapshot, Status, decode, encode};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// Written by a program for another kind of machine.
const SNAPSHOT: &[u8] = include_bytes!("../../public/demo/first-answers.bin");

fn queries(lang: Lang) -> Vec<Query> {
    let (filters, journey) = (Filters::default(), JourneyId::new("hotel-stay"));
    let touchpoint = TouchpointId::new("night-service");
    vec![
        Query::Overview(filters.clone(), lang),
        Query::Journeys(filters.clone(), lang),
        Query::Map(journey.clone(), lang),
        Query::Scores(journey.clone(), filters.clone(), vec!["business".into()], lang),
        Query::Heat(journey, HeatState::default(), filters.clone(), lang),
        Query::Touchpoint(touchpoint.clone(), filters.clone(), lang),
        Query::Hearts(filters.clone(), lang),
        Query::Responses(Some(touchpoint), filters, lang),
        Query::Data,
        Query::Choices(lang),
        Query::Map(JourneyId::new("nowhere"), lang),
    ]
}

#[wasm_bindgen_test]
fn every_question_and_answer_crosses_as_it_is() {
    let workspace = crate::data::demo();
    for (id, query) in (0..).zip(Lang::ALL.into_iter().flat_map(queries)) {
        let scene = answer(&workspace, &query);
        let is_missing = matches!(&query, Query::Map(id, _) if id.as_str() == "nowhere");
        assert_eq!(scene == Scene::Missing, is_missing, "{query:?}");
        let reply = Reply::Scene { id, scene };
        assert_eq!(decode::<Reply>(&encode(&reply).expect("bytes")).expect("a reply"), reply);
        let ask = Request::Ask { id, query };
        assert_eq!(decode::<Request>(&encode(&ask).expect("bytes")).expect("a request"), ask);
    }
}

#[wasm_bindgen_test]
fn what_was_written_when_the_site_was_built_is_read_in_the_page() {
    let snapshot: Snapshot = decode(SNAPSHOT).expect("answers of this very program");
    let workspace = crate::data::demo();
    for lang in Lang::ALL {
        let query = Query::Overview(Filters::default(), lang);
        let written = snapshot.answers.iter().find(|(asked, _)| *asked == query);
        let (_, written) = written.expect("the overview");
        let Scene::Overview(written) = written else { unreachable!("an overview is one") };
        let Scene::Overview(ours) = answer(&workspace, &query) else {
            unreachable!("an overview is one")
        };
        assert_eq!((written.period, written.responses), (ours.period, ours.responses));
        let close = |a: Option<f64>, b: Option<f64>| (a.expect("a") - b.expect("b")).abs() < 1e-9;
        assert!(close(written.health, ours.health), "the same index on every machine");
        assert_eq!(written.fix_first.len(), ours.fix_first.len());
    }
    assert!(decode::<Snapshot>(&SNAPSHOT[..SNAPSHOT.len() / 2]).is_err(), "half of it is nothing");
}

#[wasm_bindgen_test]
async fn bytes_go_both_ways_unchanged() {
    let engine = Engine::mute();
    let _wired = Wired::to(Some(&engine), None);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let (hear, failed) = (Rc::clone(&heard), Rc::new(Cell::new(false)));
    let fail = Rc::clone(&failed);
    let worker =
        EngineWorker::take(move |bytes| hear.borrow_mut().push(bytes), move || fail.set(true));
    let worker = worker.expect("an engine");

    worker.send(&encode(&Request::Unlock { secret: "密 key".into() }).expect("bytes"));
    assert_eq!(engine.asked(), [Request::Unlock { secret: "密 key".into() }]);

    let reply = Reply::Status(Status { rows: u64::MAX, reading: true, ..Status::default() });
    engine.tell(&reply);
    engine.post(&"not bytes".into());
    until("the reply is heard", || !heard.borrow().is_empty()).await;
    assert_eq!(heard.borrow().len(), 1, "what is no message is not heard");
    assert_eq!(decode::<Reply>(&heard.borrow()[0]).expect("a reply"), reply);

    assert!(!failed.get());
    engine.fail();
    assert!(failed.get(), "the page learns that the engine cannot run");
}

#[wasm_bindgen_test]
fn a_page_without_an_engine_knows_it() {
    let wired = Wired::to(None, None);
    assert!(EngineWorker::take(|_| (), || ()).is_none());
    assert!(EngineWorker::snapshot().is_none());
    drop(wired);
    let _failed = Wired::to_failed(&Engine::mute());
    assert!(EngineWorker::take(|_| (), || ()).is_none(), "one that has failed is none");
}

#[wasm_bindgen_test]
fn the_answers_made_beforehand_are_handed_over() {
    let _wired = Wired::to(None, Some(&Uint8Array::from(SNAPSHOT)));
    assert_eq!(EngineWorker::snapshot().as_deref(), Some(SNAPSHOT));
}
