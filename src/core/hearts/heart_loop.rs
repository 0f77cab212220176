//! The five hearts as a closed loop.

use crate::core::index::{Correlation, spearman};
use crate::core::model::Heart;
use serde::{Deserialize, Serialize};

/// Under this many touchpoint-months a link is absent.
pub const MIN_PAIRS: usize = 10;

/// The loop: five nodes, five links, its weakest heart and its strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeartLoop {
    /// Each heart's index, 0 to 100, in the order of the loop.
    pub nodes: [Option<f64>; 5],
    /// The link from each heart to the next: Spearman's correlation of their scores over
    /// touchpoint-months; absent under [`MIN_PAIRS`] pairs or when a side never varies.
    pub links: [Option<Correlation>; 5],
    /// The heart with the lowest index, the earlier one on a tie; absent when no node is known.
    pub weakest: Option<Heart>,
    /// Geometric mean of the five indices; absent while any is, and 0 when one is 0.
    pub strength: Option<f64>,
}

/// The loop from each heart's index, 0 to 100, and from the paired scores of neighbours:
/// `pairs[i]` holds, for every touchpoint-month that has both, heart i's score and its successor's. An index under 0
/// is none.
///
/// # Example
/// ```
/// use heartline::core::{hearts::heart_loop, model::Heart};
/// let nodes = [81.0, 64.0, 64.0, 90.0, 72.0].map(Some);
/// let found = heart_loop(nodes, &Default::default());
/// assert_eq!(found.weakest, Some(Heart::Patience)); // the earlier of two
/// assert!(found.strength.is_some_and(|strength| (strength - 73.6).abs() < 0.1));
/// assert_eq!(found.links, [None; 5]);
/// ```
pub fn heart_loop(nodes: [Option<f64>; 5], pairs: &[Vec<(f64, f64)>; 5]) -> HeartLoop {
    let nodes = nodes.map(|node| node.filter(|index| *index >= 0.0));
    let link =
        |pairs: &Vec<(f64, f64)>| (pairs.len() >= MIN_PAIRS).then(|| spearman(pairs)).flatten();
    HeartLoop {
        nodes,
        links: pairs.each_ref().map(link),
        weakest: weakest(&nodes),
        strength: strength(&nodes),
    }
}

fn weakest(nodes: &[Option<f64>; 5]) -> Option<Heart> {
    let known = Heart::ALL.into_iter().filter_map(|heart| Some((heart, nodes[heart.index()]?)));
    known.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(heart, _)| heart)
}

fn strength(nodes: &[Option<f64>; 5]) -> Option<f64> {
    let logs: Option<f64> = nodes.iter().map(|node| node.map(f64::ln)).sum();
    logs.map(|sum| (sum / nodes.len() as f64).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ties_go_to_the_earlier_heart() {
        let nodes = [Some(70.0), Some(60.0), Some(60.0), Some(90.0), Some(80.0)];
        let heart_loop = heart_loop(nodes, &Default::default());
        assert_eq!(heart_loop.weakest, Some(Heart::Patience));
        assert!(heart_loop.strength.is_some_and(|s| (s - 71.0).abs() < 0.2));
    }

    #[test]
    fn strength_wants_all_five_and_a_dead_heart_stops_the_loop() {
        let mut nodes = [Some(70.0); 5];
        nodes[2] = None;
        assert_eq!(heart_loop(nodes, &Default::default()).strength, None);
        nodes[2] = Some(0.0);
        assert_eq!(heart_loop(nodes, &Default::default()).strength, Some(0.0));
        assert_eq!(heart_loop([None; 5], &Default::default()).weakest, None);
    }

    #[test]
    fn ten_pairs_make_a_link() {
        let line = |n: usize| (0..n).map(|i| (i as f64, i as f64 * 2.0)).collect::<Vec<_>>();
        let pairs = [line(10), line(9), vec![], vec![(1.0, 1.0); 12], line(30)];
        let links = heart_loop([Some(50.0); 5], &pairs).links;
        assert_eq!(links[0].map(|l| (l.n, l.r)), Some((10, 1.0)));
        assert_eq!((links[1], links[3]), (None, None));
    }

    #[test]
    fn an_index_that_is_none_is_not_taken_for_one() {
        let found =
            heart_loop([Some(-1.0), Some(f64::NAN), Some(5.0), None, None], &Default::default());
        assert_eq!((found.weakest, found.strength), (Some(Heart::Attentiveness), None));
    }

    proptest! {
        #[test]
        fn strength_lies_between_the_weakest_and_the_strongest(nodes in prop::array::uniform5(0.0f64..=100.0)) {
            let found = heart_loop(nodes.map(Some), &Default::default());
            let low = nodes.into_iter().fold(100.0, f64::min);
            let high = nodes.into_iter().fold(0.0, f64::max);
            prop_assert!(found.strength.is_some_and(|s| low - 1e-9 <= s && s <= high + 1e-9));
            prop_assert_eq!(found.weakest.map(|heart| nodes[heart.index()]), Some(low));
        }
    }
}
