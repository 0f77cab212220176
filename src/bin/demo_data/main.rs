//! Writes the demo data: three journeys, two years of responses, surveys, the indicators. The same files every
//! time, so that what they show can be relied on.
//!
//! Usage: `demo_data FOLDER`

mod dice;
mod feeds;
mod indicators;
mod responses;
mod service;
mod snapshot;
mod staff;
mod story;
mod summary;
mod surveys;

use heartline::core::connection::Config;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map(PathBuf::from).ok_or("usage: demo_data FOLDER")?;
    std::fs::create_dir_all(&folder)?;
    let services = service::services()?;
    let mut responses = responses::responses(&services);
    surveys::fill_in(&mut responses, &services, &Config::demo()?.settings.surveys);
    feeds::write(&folder.join("journeys.json"), "journeys", &service::journeys()?)?;
    feeds::write(&folder.join("indicators.json"), "indicators", &indicators::indicators())?;
    feeds::write(&folder.join("by-touchpoint.json"), "tally", &summary::by_touchpoint(&responses))?;
    feeds::write(&folder.join("by-team.json"), "tally", &summary::by_team(&responses))?;
    let rows: Vec<_> = responses.iter().map(responses::Response::row).collect();
    feeds::write(&folder.join("responses.json"), "responses", &rows)?;
    snapshot::write(&folder, responses::last_month().last_day().plus(1))
}
