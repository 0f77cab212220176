//! The ways to look at a journey, each a link.

use super::Heat;
use crate::components::link;
use crate::core::query::{HeatState, HeatView, MapState, Page};
use crate::locales::{map, matrix as t};
use leptos::prelude::*;

/// The journey's map, and the ways this page looks at it. What is measured and filtered stays.
pub(super) fn views(heat: Heat) -> impl IntoView {
    let lang = heat.lang;
    let links = move || {
        let (place, state) = (heat.navigation.place(), heat.state.get());
        let to_map = place.to(Page::Map(heat.id.get_value(), MapState::default()));
        let ways = HeatView::ALL.map(|view| {
            let state = HeatState { view, cell: None, ..state.clone() };
            let to = place.to(Page::Heat(heat.id.get_value(), state));
            let name = t::view(view, lang);
            let is_here = heat.state.with(|state| state.view == view);
            match is_here {
                true => {
                    view! { <li><span class="button here" aria-current="page">{name}</span></li> }
                        .into_any()
                }
                false => view! { <li>{link(to, "button", name)}</li> }.into_any(),
            }
        });
        view! {
            <li>{link(to_map, "button", map::map(lang))}</li>
            {ways.into_iter().collect_view()}
        }
    };
    view! { <nav aria-label=t::views(lang)><ul class="ways">{links}</ul></nav> }
}
