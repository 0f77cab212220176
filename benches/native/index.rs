//! Indices of counts: a heat map has thousands of each.

use divan::{Bencher, black_box};
use heartline::core::hearts::heart_score;
use heartline::core::index::{Counts, Level, ces, csat, mann_whitney, nps, welch};
use heartline::core::model::{Heart, Scale};

/// Some answers of each kind, more of the better ones.
fn counts(scale: Scale, more: u64) -> Counts {
    let mut counts = Counts::empty(scale);
    (0..scale.len()).for_each(|place| counts.add(place, 10 + more * place as u64));
    counts
}

#[divan::bench]
fn net_promoter_score(bencher: Bencher) {
    let counts = counts(Scale::NPS, 7);
    bencher.bench(|| nps(black_box(&counts), Level::default()));
}

#[divan::bench]
fn satisfaction(bencher: Bencher) {
    let counts = counts(Scale::FIVE, 7);
    bencher.bench(|| csat(black_box(&counts), Level::default()));
}

#[divan::bench]
fn effort(bencher: Bencher) {
    let counts = counts(Scale::SEVEN, 7);
    bencher.bench(|| ces(black_box(&counts), Level::default()));
}

#[divan::bench]
fn one_heart(bencher: Bencher) {
    let items = [counts(Scale::FIVE, 7), counts(Scale::FIVE, 9)];
    bencher.bench(|| heart_score(Heart::Care, black_box(&items), Level::default()));
}

#[divan::bench]
fn mann_whitney_u(bencher: Bencher) {
    let (a, b) = (counts(Scale::NPS, 7), counts(Scale::NPS, 9));
    bencher.bench(|| mann_whitney(black_box(&a), black_box(&b)));
}

#[divan::bench]
fn welch_t(bencher: Bencher) {
    let (a, b) = (counts(Scale::FIVE, 7), counts(Scale::FIVE, 9));
    bencher.bench(|| welch(black_box(&a), black_box(&b), Level::default()));
}
