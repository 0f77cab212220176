//! What real databases grouped, against the very rows they grouped.

use crate::same::assert_same;
use crate::support::workspace;
use heartline::core::connection::FeedKind;
use heartline::core::workspace::Workspace;
use serde_json::Value;
use std::path::Path;

/// A folder holds the configuration and the body of one feed.
fn read(folder: &Path, kind: FeedKind) -> Workspace {
    let file = |name: &str| std::fs::read(folder.join(name)).expect("a file of the feed");
    let config: Value = serde_json::from_slice(&file("config.json")).expect("a configuration");
    workspace(&config, kind, &file("body.json"))
}

/// `make scale` serves a sample of its rows, one by one and grouped by each engine, and names the folder.
#[test]
#[ignore = "wants what real engines served: run `make scale`"]
fn what_engines_group_says_what_their_rows_say() {
    let root = std::env::var_os("HEARTLINE_GROUPED").expect("HEARTLINE_GROUPED names a folder");
    let root = Path::new(&root);
    let raw = read(&root.join("responses"), FeedKind::Responses);
    let engines = std::fs::read_dir(root.join("tally")).expect("a folder of engines");
    let mut compared = 0;
    for engine in engines {
        let folder = engine.expect("a folder").path();
        let grouped = read(&folder, FeedKind::Tally);
        assert!(grouped.problems.is_empty(), "{}: {:?}", folder.display(), grouped.problems);
        let (cells, responses) = assert_same(&raw, &grouped);
        assert!(responses > 0 && cells > 0);
        println!("{}: {responses} responses in {cells} cells are equal", folder.display());
        compared += 1;
    }
    assert!(compared > 0, "no engine grouped anything");
}
