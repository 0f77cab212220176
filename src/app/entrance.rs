//! The program with the overview alone.

use super::frame::framed;
use super::which::Which;
use crate::components::{not_loaded, waiting};
use crate::core::model::Lang;
use crate::pages;
use crate::platform::hand_over;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The overview, and the way to everything else.
#[component]
pub fn Entrance() -> impl IntoView {
    framed(page)
}

fn page(which: Which, lang: Lang) -> AnyView {
    match which {
        Which::Overview => pages::overview(lang),
        _ => elsewhere(lang),
    }
}

/// Another page is wanted: the whole app takes the place of this program, and shows the page of the address.
fn elsewhere(lang: Lang) -> AnyView {
    let failed = RwSignal::new(false);
    spawn_local(async move {
        let _ = failed.try_set(!hand_over().await);
    });
    let shown = move || match failed.get() {
        false => waiting(lang).into_any(),
        true => not_loaded(lang).into_any(),
    };
    shown.into_any()
}
