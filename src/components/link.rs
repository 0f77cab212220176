//! Links within the app.

use crate::core::query::Place;
use crate::state::Navigation;
use leptos::prelude::*;

/// A link to a place. A plain click goes there without loading the page anew; every other click does
/// what the browser does with links.
pub fn link(to: Place, class: &'static str, inner: impl IntoView + 'static) -> impl IntoView {
    let navigation = Navigation::here();
    let href = navigation.href(&to);
    let follow = move |event: leptos::ev::MouseEvent| {
        let own = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !own {
            event.prevent_default();
            navigation.go(to.clone());
        }
    };
    view! { <a class=class href=href on:click=follow>{inner.into_any()}</a> }
}
