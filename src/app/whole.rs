//! Every page in one program.

use super::frame::framed;
use super::programs;
use leptos::prelude::*;

/// The app with every page, for whoever mounts it by himself, as tests do.
#[component]
pub fn App() -> impl IntoView {
    framed(programs::any_page)
}
