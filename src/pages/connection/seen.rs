//! What is seen of the feed that is looked at.

use super::feed_now;
use crate::protocol::{PreviewAsk, Previewed};
use crate::state::{Asked, Draft, Engine, SecretPlace};
use leptos::prelude::*;

/// What is seen of the feed that is looked at; it follows the document.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    answer: ReadSignal<Asked<Previewed>>,
    time: RwSignal<u32>,
    pasted: RwSignal<String>,
}

impl Seen {
    pub(super) fn begin() -> Self {
        let draft = expect_context::<Draft>();
        let (time, pasted) = (RwSignal::new(0), RwSignal::new(String::new()));
        let answer = Engine::here().preview(move || {
            let document = draft.document()?;
            Some(PreviewAsk {
                document: document.to_string(),
                feed: feed_now(),
                secret: SecretPlace::of(&draft.id()).get(),
                pasted: pasted.with(|text| (!text.trim().is_empty()).then(|| text.clone())),
                time: time.get(),
            })
        });
        Self { answer, time, pasted }
    }

    /// What is seen, as far as it has come.
    pub(super) fn answer(self) -> ReadSignal<Asked<Previewed>> {
        self.answer
    }

    /// Asks the API again.
    pub(super) fn look_again(self) {
        self.time.update(|time| *time += 1);
    }

    /// An answer that is at hand.
    pub(super) fn pasted(self) -> String {
        self.pasted.get()
    }

    /// Takes an answer that is at hand in the place of one that is fetched; an empty text gives that up.
    pub(super) fn take_pasted(self, text: String) {
        self.pasted.set(text);
    }
}
