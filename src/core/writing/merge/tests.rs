use super::*;
use proptest::prelude::*;
use serde_json::json;

fn undecided(base: Value, mine: Value, theirs: Value) -> Merged {
    merge(&base, &mine, &theirs, &|_| None)
}

fn path(names: &[&str]) -> Vec<MergeStep> {
    names.iter().map(|name| MergeStep::Member((*name).to_owned())).collect()
}

#[test]
fn what_one_of_them_changed_is_changed() {
    let base = json!({"name": {"en": "Bill", "zh-CN": "账单"}, "emotion": 1, "list": [1]});
    let mine = json!({"name": {"en": "Invoice", "zh-CN": "账单"}, "emotion": 1, "list": [1]});
    let theirs = json!({"name": {"en": "Bill", "zh-CN": "发票"}, "emotion": -1, "list": [1, 2]});
    let merged = undecided(base, mine, theirs);
    let expected =
        json!({"name": {"en": "Invoice", "zh-CN": "发票"}, "emotion": -1, "list": [1, 2]});
    assert_eq!((merged.value, merged.contested.len()), (expected, 0));
}

#[test]
fn what_both_changed_is_chosen() {
    let (base, mine, theirs) =
        (json!({"n": "a", "e": 0}), json!({"n": "b", "e": 1}), json!({"n": "c", "e": 2}));
    let merged = undecided(base.clone(), mine.clone(), theirs.clone());
    assert_eq!(merged.value, theirs, "until somebody chooses");
    let paths: Vec<_> = merged.contested.iter().map(|one| one.path.clone()).collect();
    assert_eq!(paths, [path(&["e"]), path(&["n"])]);
    let can_be_both: Vec<_> =
        merged.contested.iter().map(|one| one.contest().can_be_both).collect();
    assert_eq!(can_be_both, [false, true], "two numbers are not one");
    let chosen = |choice| merge(&base, &mine, &theirs, &|_| Some(choice)).value;
    assert_eq!(chosen(Choice::Mine), mine);
    assert_eq!(chosen(Choice::Theirs), theirs);
    assert_eq!(chosen(Choice::Both), json!({"n": "c / b", "e": 2}));
}

#[test]
fn records_are_merged_by_their_ids() {
    let record = |id: &str, name: &str| json!({"id": id, "name": name});
    let base = json!([record("a", "A"), record("b", "B"), record("c", "C")]);
    let mine = json!([record("a", "A1"), record("c", "C"), record("x", "X")]);
    let theirs = json!([record("b", "B"), record("a", "A"), record("c", "C"), record("y", "Y")]);
    let merged = undecided(base.clone(), mine, theirs.clone());
    assert!(merged.contested.is_empty());
    let expected = json!([record("a", "A1"), record("c", "C"), record("x", "X"), record("y", "Y")]);
    assert_eq!(merged.value, expected);
    let gone = json!([record("b", "B")]);
    let changed = json!([record("a", "A2"), record("b", "B"), record("c", "C")]);
    let merged = undecided(base, gone, changed);
    let [contested] = &merged.contested[..] else { panic!("one contest") };
    assert_eq!(
        (&contested.mine, &contested.path[..]),
        (&None, &[MergeStep::Record("a".into())][..])
    );
}

#[test]
fn ids_are_no_words() {
    let merged = undecided(
        json!({"evidence": "none"}),
        json!({"evidence": "partial"}),
        json!({"evidence": "researched"}),
    );
    assert!(!merged.contested[0].contest().can_be_both);
}

/// JSON as a journey might be, small enough that changes meet.
fn json_of_a_kind() -> impl Strategy<Value = Value> {
    let text = "[ab]{1,2}".prop_map(Value::from);
    let leaf = prop_oneof![text, (0i64..3).prop_map(Value::from), Just(Value::Null)];
    let list = prop::collection::vec(leaf.clone(), 0..3).prop_map(Value::Array);
    let records = prop::collection::btree_map("[abc]", leaf.clone(), 0..4).prop_map(|records| {
        Value::Array(records.into_iter().map(|(id, v)| json!({"id": id, "v": v})).collect())
    });
    let member = prop_oneof![leaf, list, records];
    prop::collection::btree_map("[xyz]", member, 0..4)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

proptest! {
    #[test]
    fn who_changed_nothing_is_in_nobody_s_way(base in json_of_a_kind(), changed in json_of_a_kind()) {
        let merged = undecided(base.clone(), changed.clone(), base.clone());
        prop_assert_eq!((&merged.value, merged.contested.len()), (&changed, 0));
        let merged = undecided(base.clone(), base, changed.clone());
        prop_assert_eq!((&merged.value, merged.contested.len()), (&changed, 0));
    }

    #[test]
    fn the_same_change_is_no_contest(base in json_of_a_kind(), changed in json_of_a_kind()) {
        let merged = undecided(base, changed.clone(), changed.clone());
        prop_assert_eq!((merged.value, merged.contested.len()), (changed, 0));
    }

    #[test]
    fn a_choice_for_each_contest_leaves_none(
        base in json_of_a_kind(), mine in json_of_a_kind(), theirs in json_of_a_kind(),
    ) {
        let contested = undecided(base.clone(), mine.clone(), theirs.clone()).contested;
        let other_way = undecided(base.clone(), theirs.clone(), mine.clone()).contested;
        prop_assert_eq!(contested.len(), other_way.len(), "a contest is one from both sides");
        for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
            let choose = |path: &[MergeStep]| contested.iter().any(|one| one.path == path).then_some(choice);
            prop_assert!(merge(&base, &mine, &theirs, &choose).contested.is_empty());
        }
    }
}
