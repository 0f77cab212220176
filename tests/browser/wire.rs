//! The page's side of the wire to its engine, and what crosses it.

use crate::stage::{Engine, Wired};
use crate::support::until;
use heartline::core::connection::Secret;
use heartline::core::model::{JourneyId, Lang, TouchpointId};
use heartline::core::query::{
    CompareState, ControlState, Filters, HeatState, Importance, PriorityState, Query,
    ResponsesState, Sides,
};
use heartline::core::scene::{Overview, Question, Scene, answer};
use heartline::core::workspace::Workspace;
use heartline::platform::EngineWorker;
use heartline::protocol::{
    Reply, Request, Snapshot, Status, decode, decode_reply, encode, encode_answer,
};
use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// Written by a program for another kind of machine.
const SNAPSHOT: &[u8] = include_bytes!("../../public/demo/first-answers.bin");

/// The answer to a question is of the kind the question says, and crosses unchanged.
fn crosses<S: Serialize + DeserializeOwned>(workspace: &Workspace, question: Question<S>) {
    let query = question.into_query();
    let message = encode_answer(7, &answer(workspace, &query)).expect("bytes");
    let (reply, bytes) = decode_reply(&message).expect("a reply");
    assert_eq!(reply, Reply::Scene { id: 7 }, "{query:?}");
    let scene: S = decode(bytes).expect("a scene of this kind");
    assert_eq!(encode(&scene).expect("bytes"), bytes, "{query:?}");
    let ask = Request::Ask { id: 7, query };
    assert_eq!(decode::<Request>(&encode(&ask).expect("bytes")).expect("a request"), ask);
}

#[wasm_bindgen_test]
fn every_question_and_answer_crosses_as_it_is() {
    let workspace = &crate::data::demo();
    let filters = Filters::default;
    let journey = || JourneyId::new("hotel-stay");
    let touchpoint = || TouchpointId::new("night-service");
    for lang in Lang::ALL {
        crosses(workspace, Question::overview(filters(), lang));
        crosses(workspace, Question::journeys(filters(), lang));
        crosses(workspace, Question::map(journey(), lang));
        let overlays = vec!["business".into()];
        crosses(workspace, Question::scores(journey(), filters(), overlays, lang));
        crosses(workspace, Question::heat(journey(), HeatState::default(), filters(), lang));
        for importance in Importance::ALL {
            let state = PriorityState { importance, ..PriorityState::default() };
            crosses(workspace, Question::priority(journey(), state, filters(), lang));
        }
        crosses(workspace, Question::risks(journey(), lang));
        for ewma in [false, true] {
            let state = ControlState { ewma, ..ControlState::default() };
            crosses(workspace, Question::control(touchpoint(), state, filters()));
        }
        crosses(workspace, Question::touchpoint(touchpoint(), filters(), lang));
        crosses(workspace, Question::hearts(filters(), lang));
        crosses(
            workspace,
            Question::responses(ResponsesState::of(Some(touchpoint())), filters(), lang),
        );
        for by in ["date", "segment", "channel", "team"] {
            let sides = Sides::from_id(by).expect("a way to compare");
            let state = CompareState { touchpoint: Some(touchpoint()), sides, unread: None };
            crosses(workspace, Question::compare(state, filters(), lang));
        }
        crosses(workspace, Question::data());
        crosses(workspace, Question::choices(lang));
    }
}

#[wasm_bindgen_test]
fn what_is_not_there_is_said_to_be_missing() {
    let nobody = || TouchpointId::new("nobody");
    let nowhere = [
        Question::map(JourneyId::new("nowhere"), Lang::En).into_query(),
        Question::touchpoint(nobody(), Filters::default(), Lang::En).into_query(),
        Question::responses(ResponsesState::of(Some(nobody())), Filters::default(), Lang::En)
            .into_query(),
    ];
    for query in nowhere {
        let message = encode_answer(7, &answer(&crate::data::demo(), &query)).expect("bytes");
        assert_eq!(decode_reply(&message).expect("a reply"), (Reply::Missing { id: 7 }, &[][..]));
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
        let written: Overview = decode(written).expect("an overview");
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

    let unlock = Request::Unlock { source: "own-1".into(), secret: Secret::key("密 key") };
    worker.send(&encode(&unlock).expect("bytes"));
    assert_eq!(engine.asked(), [unlock]);

    let status = Status { rows: u64::MAX, reading: true, ..Status::default() };
    let reply = Reply::Status(Box::new(status));
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
