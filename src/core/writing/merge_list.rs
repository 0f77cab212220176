//! Lists of two people's changes, made one.

use super::merge::{MergeStep, Merging};
use serde_json::Value;

/// True for lists of records that have an id, each another one.
pub(super) fn of_records(base: Option<&Value>, mine: &[Value], theirs: &[Value]) -> bool {
    let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let is_known = |items: &[Value]| {
        let ids: Vec<_> = items.iter().map(id).collect();
        let is_once = |(place, id): (usize, &Option<&str>)| !ids[..place].contains(id);
        ids.iter().all(Option::is_some) && ids.iter().enumerate().all(is_once)
    };
    let all = [base, mine, theirs];
    all.iter().any(|items| !items.is_empty()) && all.iter().all(|items| is_known(items))
}

/// Merges lists record by record. The order is mine where theirs is as it was, else theirs, with what is new here
/// behind what it stood behind.
pub(super) fn merge_list(
    merging: &mut Merging,
    base: Option<&Value>,
    mine: &[Value],
    theirs: &[Value],
) -> Vec<Value> {
    let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let order = order(&ids(base), &ids(mine), &ids(theirs));
    let merged = order.into_iter().filter_map(|name| {
        let step = MergeStep::Record(name.to_owned());
        merging.at(step, find(base, name), find(mine, name), find(theirs, name))
    });
    merged.collect()
}

fn order<'v>(base: &[&'v str], mine: &[&'v str], theirs: &[&'v str]) -> Vec<&'v str> {
    let (first, second) = if base == theirs { (mine, theirs) } else { (theirs, mine) };
    let mut order = first.to_vec();
    for (place, id) in second.iter().enumerate() {
        if !order.contains(id) {
            let before = place.checked_sub(1).and_then(|before| second.get(before));
            let at = before.and_then(|before| order.iter().position(|known| known == before));
            order.insert(at.map_or(0, |at| at + 1), id);
        }
    }
    order
}

fn id(item: &Value) -> Option<&str> {
    item.get("id").and_then(Value::as_str)
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(id).collect()
}

fn find<'v>(items: &'v [Value], wanted: &str) -> Option<&'v Value> {
    items.iter().find(|item| id(item) == Some(wanted))
}

/// The items of a list, and of another those that are not among them.
pub(super) fn union(one: &[Value], other: &[Value]) -> Vec<Value> {
    let new = other.iter().filter(|item| !one.contains(item));
    one.iter().chain(new).cloned().collect()
}
