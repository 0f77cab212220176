//! The loop: five hearts on a ring, each leading to the next.

use crate::components::{Unit, computed, figure, health_words, heart_name, plain};
use crate::core::index::Correlation;
use crate::core::model::{Heart, Lang};
use crate::core::scene::{HealthLine, HeartsScene, Ring, coordinate};
use crate::locales::methods::Method;
use crate::locales::{hearts as t, names, shell};
use crate::platform::number_text;
use leptos::prelude::*;

const RING: Ring = Ring { radius: 155.0, clearance: 66.0 };
/// Where a link's numbers stand: inside the ring.
const INSIDE: f64 = 110.0;
/// The radius of a heart's disc.
const DISC: f64 = 52.0;

/// The loop as a picture, and the table behind it.
pub(super) fn heart_loop(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    view! {
        <section class="card loop">
            <h2>{t::loop_title(lang)}</h2>
            <div class="loop-and-table">
                {picture(scene, lang)}
                {table(scene, lang)}
            </div>
            <p class="note">{t::loop_note(lang)}</p>
            {how(scene, lang)}
        </section>
    }
}

fn how(scene: &HeartsScene, lang: Lang) -> AnyView {
    let links = scene.heart_loop.links.iter().flatten();
    let pairs = links.map(|link| link.n).max().map(|n| number_text(n as f64, 0, lang));
    let least = scene.hearts.iter().map(|line| line.coverage).fold(1.0, f64::min);
    let n: u64 = scene.hearts.iter().map(|line| line.answers.n).sum();
    let all = [
        (Method::LOOP, pairs.map(|n| t::pairs(lang, &n)).unwrap_or_default()),
        (Method::HEART_INDEX, health_words(least, &scene.health_rules, lang)),
        (Method::HEART, shell::n_is(lang, &number_text(n as f64, 0, lang))),
    ];
    computed(&all, lang)
}

fn picture(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    let strength = plain(scene.heart_loop.strength, Unit::Score, lang);
    let weakest = scene.heart_loop.weakest;
    let name = weakest.map_or("–", |heart| names::heart(heart, lang));
    let caption = match scene.heart_loop.strength {
        Some(_) => t::strength(lang),
        None => t::no_strength(lang),
    };
    let words = t::loop_words(lang, &strength, name);
    let arcs = Heart::ALL.map(|heart| arc(heart, scene.heart_loop.links[heart.index()], lang));
    let nodes = scene
        .hearts
        .iter()
        .map(|line| node(line, weakest == Some(line.heart), lang))
        .collect_view();
    view! {
        <svg class="ring" viewBox="-230 -215 460 420" role="img" aria-label=words>
            <defs>
                <marker id="arrow" viewBox="0 0 8 8" refX="3" refY="4" markerWidth="14" markerHeight="14"
                    markerUnits="userSpaceOnUse" orient="auto">
                    <path d="M0 0 8 4 0 8z"/>
                </marker>
            </defs>
            {arcs.into_iter().collect_view()}
            {nodes}
            <text class="strength" y="4">{strength}</text>
            <text class="caption" y="28">{caption}</text>
        </svg>
    }
}

/// A link: the stronger, the wider; dashed where it is not known, dotted where it is against.
fn arc(heart: Heart, link: Option<Correlation>, lang: Lang) -> impl IntoView {
    let [from, to] = RING.arc(heart.index());
    let radius = coordinate(RING.radius);
    let path = format!(
        "M{} {} A{radius} {radius} 0 0 1 {} {}",
        coordinate(from.0),
        coordinate(from.1),
        coordinate(to.0),
        coordinate(to.1)
    );
    let class = match link {
        None => "arc unknown",
        Some(link) if link.r < 0.0 => "arc against",
        Some(_) => "arc",
    };
    let width = coordinate(2.0 + 7.0 * link.map_or(0.0, |link| link.r.abs()));
    let (x, y) = RING.beside(heart.index(), INSIDE);
    let words = link.map(|link| number_text(link.r, 2, lang));
    view! {
        <path class=class data-heart=heart.id() d=path stroke-width=width marker-end="url(#arrow)"/>
        <text class="link" x=coordinate(x) y=coordinate(y)>{words}</text>
    }
}

fn node(line: &HealthLine, is_weakest: bool, lang: Lang) -> impl IntoView + use<> {
    let (x, y) = RING.place(line.heart.index());
    let translate = format!("translate({} {})", coordinate(x), coordinate(y));
    // A flag over the disc's lower edge, where no link begins or ends.
    let weakest = is_weakest.then(|| {
        view! {
            <rect class="flag" x="-34" y="32" width="68" height="20" rx="10"/>
            <text class="weakest" y="46">{t::weakest(lang)}</text>
        }
    });
    view! {
        <g class="node" data-heart=line.heart.id() class:weak=is_weakest transform=translate>
            <circle r=coordinate(DISC)/>
            <text class="value" y="0">{plain(line.now, Unit::Score, lang)}</text>
            <text class="name" y="18">{names::heart(line.heart, lang)}</text>
            {weakest}
        </g>
    }
}

fn table(scene: &HeartsScene, lang: Lang) -> impl IntoView + use<> {
    let links = scene.heart_loop.links;
    let rows =
        scene.hearts.iter().map(|line| row(line, links[line.heart.index()], lang)).collect_view();
    view! {
        <table class="data small">
            <thead>
                <tr>
                    <th scope="col">{t::heart(lang)}</th>
                    <th scope="col">{t::index(lang)}</th>
                    <th scope="col">{t::answers(lang)}</th>
                    <th scope="col">{t::to_next(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(line: &HealthLine, link: Option<Correlation>, lang: Lang) -> impl IntoView + use<> {
    let next = names::heart(line.heart.next(), lang);
    let link = match link {
        Some(link) => {
            t::link(lang, &number_text(link.r, 2, lang), &number_text(link.n as f64, 0, lang))
        }
        None => t::no_link(lang).to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{heart_name(line.heart, lang)}<span class="note means">{names::heart_means(line.heart, lang)}</span></th>
            <td>{plain(line.now, Unit::Score, lang)}</td>
            <td>{figure(line.answers, Unit::Score, lang)}</td>
            <td><span class="note">"→ "{next}</span>{link}</td>
        </tr>
    }
}
