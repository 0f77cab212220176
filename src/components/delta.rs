//! A difference with its direction.

use crate::core::model::Lang;
use crate::platform::signed_text;
use leptos::prelude::*;

/// A difference: an arrow, so that colour is not the only sign, and the number. `significant` says
/// whether it is beyond chance; one that is not stays grey.
pub fn delta(
    difference: Option<f64>,
    decimals: u8,
    significant: bool,
    lang: Lang,
) -> impl IntoView {
    let difference = difference?;
    // What is written as zero has no direction.
    let difference =
        if difference.abs() < 0.5 * 0.1_f64.powi(decimals.into()) { 0.0 } else { difference };
    let (arrow, class) = match difference {
        d if d > 0.0 => ("▲", "delta up"),
        d if d < 0.0 => ("▼", "delta down"),
        _ => ("=", "delta"),
    };
    Some(view! {
        <span class=class class:sure=significant>
            <span aria-hidden="true">{arrow}</span>
            {signed_text(difference, decimals, lang)}
        </span>
    })
}
