//! One reading of a file that the browser's bench has written.

use crate::reading::{INDICES, PIECE, config, everything, heat, indices, reader, workspace};
use heartline::core::connection::FeedKind;
use heartline::core::query::{HeatBy, Measure};
use heartline::core::scene::{HeatCell, HeatColumn, HeatScene};
use heartline::core::tally::Grain;
use heartline::core::workspace::Workspace;
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::{Read, Write, stdout};
use std::path::Path;
use std::time::Instant;

/// Reads the file, asks for every index and writes what was found: milliseconds, bytes, and the figures.
pub fn measure(path: &Path) {
    let from = Instant::now();
    let workspace = read(path);
    let reading = millis(from);
    let scenes = indices(&workspace);
    let time = millis(from);
    let by_name = INDICES.iter().zip(&scenes).flat_map(|(index, scene)| figures(*index, scene));
    let found = json!({
        "reading": reading,
        "time": time,
        "heat": slowest_heat(&workspace),
        "memory": high_water(),
        "cells": workspace.feedback.tally(Grain::FINEST).cells(),
        "figures": by_name.collect::<Map<String, Value>>(),
    });
    writeln!(stdout(), "{found}").expect("somebody who listens");
}

/// Piece by piece, as a body arrives.
fn read(path: &Path) -> Workspace {
    let config = config();
    let mut workspace = workspace(&config);
    let mut reader = reader(FeedKind::Responses, &config, &workspace);
    let mut file = File::open(path).expect("a file of responses");
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).expect("a file that can be read") {
            0 => break,
            length => reader.push(&piece[..length], &mut workspace),
        }
    }
    reader.finish(&mut workspace).expect("a whole body");
    workspace.feedback.complete();
    workspace
}

fn millis(from: Instant) -> f64 {
    from.elapsed().as_secs_f64() * 1000.0
}

/// Of the heat maps by whatever there is, the one that took longest.
fn slowest_heat(workspace: &Workspace) -> f64 {
    let times = HeatBy::ALL.map(|by| {
        let from = Instant::now();
        divan::black_box(heat(workspace, by, Measure::Nps, &everything()));
        millis(from)
    });
    times.into_iter().fold(0.0, f64::max)
}

/// The most memory this process ever took; absent where the system does not tell.
fn high_water() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}

/// n, value and both ends of the interval by index, touchpoint and month.
fn figures(index: Measure, scene: &HeatScene) -> Vec<(String, Value)> {
    let cells = scene.rows.iter().flat_map(|row| {
        let columns = scene.columns.iter().zip(&row.cells);
        columns.map(|(column, cell)| (row.touchpoint.id.as_str(), column, cell))
    });
    let answered = cells.filter(|(.., cell)| cell.figure.n > 0);
    answered
        .filter_map(|(touchpoint, column, cell)| name(index, touchpoint, column, cell))
        .collect()
}

fn name(
    index: Measure,
    row: &str,
    column: &HeatColumn,
    cell: &HeatCell,
) -> Option<(String, Value)> {
    let HeatColumn::Month(month) = column else { return None };
    let (figure, ends) = (cell.figure, cell.figure.ci);
    let figure = json!([figure.n, figure.value, ends.map(|ci| ci.low), ends.map(|ci| ci.high)]);
    Some((format!("{} {row} {month}", index.id()), figure))
}
