//! What is asked of a tally, and two tallies made one.

use crate::data::{WORDS, responses};
use crate::reading::{everything, heat, indices, read};
use divan::Bencher;
use heartline::core::query::{Filters, HeatBy, Measure};
use heartline::core::tally::{Grain, Tally};
use heartline::core::workspace::Workspace;
use std::sync::LazyLock;

/// A million responses, read once.
static MILLION: LazyLock<Workspace> = LazyLock::new(|| read(responses(1_000_000)));

/// 55 touchpoints by what a heat map can be by; months are 24. It is to be there within a frame, which is 16.7 ms.
#[divan::bench(args = HeatBy::ALL, sample_count = 20, sample_size = 1)]
fn heat_map(bencher: Bencher, by: HeatBy) {
    let workspace = &*MILLION;
    bencher.bench(|| heat(workspace, by, Measure::Nps, &everything()));
}

/// The same by month, of one segment alone.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn heat_map_of_a_segment(bencher: Bencher) {
    let workspace = &*MILLION;
    let segment = WORDS.segments.first().cloned();
    let filters = Filters { dimensions: [segment, None, None], ..everything() };
    bencher.bench(|| heat(workspace, HeatBy::Month, Measure::Nps, &filters));
}

/// NPS, CSAT, CES and the five hearts of every touchpoint and month.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn every_index_by_month(bencher: Bencher) {
    let workspace = &*MILLION;
    bencher.bench(|| indices(workspace));
}

/// Two tallies of so many responses each, of the same days and touchpoints.
#[divan::bench(args = [10_000, 100_000], sample_count = 10, sample_size = 1)]
fn merge(bencher: Bencher, count: usize) {
    let tally: Tally = read(responses(count)).feedback.tally(Grain::FINEST).clone();
    bencher.with_inputs(|| tally.clone()).bench_refs(|sum| sum.merge(&tally).is_ok());
}
