//! The app's entrance.

use heartline::app::App;

fn main() {
    leptos::mount::mount_to_body(App);
}
