//! What paper shows and the screen does not.

use crate::platform::watch_print;
use leptos::prelude::*;

/// True while the page is being printed.
pub fn printing() -> Memo<bool> {
    let told = RwSignal::new(false);
    let watch = StoredValue::new_local(watch_print(move |now| {
        let _ = told.try_set(now);
    }));
    on_cleanup(move || watch.dispose());
    Memo::new(move |_| told.get())
}

/// Something that only paper shows. It is made when the page is about to be printed: a table of a thousand touchpoints
/// would weigh on a screen that never shows it.
pub fn on_paper(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    drawn(Box::new(make))
}

/// One function for whatever is made: each view of its own kind would be code of its own.
fn drawn(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let printing = printing();
    view! { <div class="on-paper">{move || printing.get().then(&make)}</div> }.into_any()
}
