//! Kinds of APIs that something is known of: paging, rows and keys are filled in, the address and the key are not.

use crate::core::connection::FeedKind;
use crate::core::model::Lang;
use crate::core::preview::Address;
use crate::locales::connections as t;
use crate::state::{Preset, presets};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

/// The kinds of APIs that something is known of, and the one that is chosen.
#[derive(Clone, Copy)]
pub(super) struct Kinds {
    all: RwSignal<Vec<Preset>>,
    chosen: RwSignal<String>,
}

impl Kinds {
    pub(super) fn begin() -> Self {
        let kinds = Self { all: RwSignal::default(), chosen: RwSignal::default() };
        spawn_local(async move {
            let _ = kinds.all.try_set(presets().await);
        });
        kinds
    }

    fn find(self) -> Option<Preset> {
        let chosen = self.chosen.get();
        self.all.with(|all| all.iter().find(|preset| preset.id == chosen).cloned())
    }

    /// Which address is wanted of this kind.
    pub(super) fn hint(self, lang: Lang) -> Option<String> {
        self.find().map(|preset| preset.hint.get(lang).to_owned())
    }

    pub(super) fn document(self, address: &Address) -> Value {
        match untrack(|| self.find()) {
            Some(preset) => address.filled(&preset.connection, FeedKind::Responses),
            None => address.draft(FeedKind::Responses),
        }
    }

    pub(super) fn select(self, lang: Lang) -> impl IntoView {
        let options = move || {
            let option = |preset: Preset| {
                let name = preset.name.get(lang).to_owned();
                view! { <option value=preset.id>{name}</option> }
            };
            self.all.get().into_iter().map(option).collect_view()
        };
        view! {
            <select on:change=move |event| self.chosen.set(event_target_value(&event))>
                <option value="">{t::any_kind(lang)}</option>
                {options}
            </select>
        }
    }
}
