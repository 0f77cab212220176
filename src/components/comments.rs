//! What customers wrote.

use crate::core::model::Lang;
use crate::core::scene::CommentLine;
use crate::platform::date_text;
use leptos::prelude::*;

/// Letters of a comment that are shown before the rest is asked for; one a little longer is shown whole.
const SHOWN: usize = 500;
const LONG: usize = 2 * SHOWN;

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
            {words(&line.text)}
            <p class="note">{parts.join(" · ")}</p>
        </li>
    }
}

/// A comment; the rest of a long one is folded.
fn words(text: &str) -> AnyView {
    let cut = text.char_indices().nth(SHOWN).filter(|_| text.chars().nth(LONG).is_some());
    let Some((cut, _)) = cut else {
        return view! { <p dir="auto">{text.to_owned()}</p> }.into_any();
    };
    let (shown, rest) = text.split_at(cut);
    view! {
        <details class="long" dir="auto"><summary>{shown.to_owned()}</summary>{rest.to_owned()}</details>
    }
    .into_any()
}
