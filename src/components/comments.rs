//! What customers wrote.

use crate::core::model::Lang;
use crate::core::scene::CommentLine;
use crate::platform::date_text;
use leptos::prelude::*;

/// Comments with who wrote them and when. `with_touchpoint` names what each is about.
pub fn comments(lines: &[CommentLine], with_touchpoint: bool, lang: Lang) -> impl IntoView + use<> {
    let lines = lines.iter().map(|line| comment(line, with_touchpoint, lang)).collect_view();
    view! { <ul class="comments">{lines}</ul> }
}

fn comment(line: &CommentLine, with_touchpoint: bool, lang: Lang) -> impl IntoView + use<> {
    let about = with_touchpoint.then(|| line.touchpoint.name.clone());
    let from = line.from.iter().map(|from| from.name.clone());
    let parts: Vec<String> =
        std::iter::once(date_text(line.day, lang)).chain(about).chain(from).collect();
    view! {
        <li>
            <p dir="auto">{line.text.clone()}</p>
            <p class="note">{parts.join(" · ")}</p>
        </li>
    }
}
