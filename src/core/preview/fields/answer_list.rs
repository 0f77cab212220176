//! Answers kept in lists: objects with a member that names the question and one that has the answer.

use super::column::{Column, Lists};
use crate::core::preview::json_path::{below, quoted};
use crate::core::preview::looks::{is_scalar, words};
use crate::core::preview::names::{Likeness, likeness, normal};
use rustc_hash::FxHashSet;
use serde_json::Value;

/// What names a question, best first.
const IDS: [&str; 16] = [
    "question id",
    "qid",
    "question",
    "question ref",
    "q",
    "id",
    "ref",
    "key",
    "code",
    "name",
    "field",
    "slug",
    "metric",
    "题号",
    "问题",
    "编号",
];
/// What holds an answer, best first.
const ANSWERS: [&str; 17] = [
    "value", "score", "rating", "answer", "number", "v", "a", "response", "result", "points",
    "choice", "label", "text", "boolean", "答案", "分数", "评分",
];
/// What a question is called, for people.
const TITLES: [&str; 8] =
    ["title", "label", "question", "question text", "text", "prompt", "标题", "问题"];
/// More questions than these are none.
const QUESTIONS: usize = 80;
/// So many members of an answer are suggested.
const MEMBERS: usize = 3;

/// A member of an element, or one inside of it, by its names.
type Leaf = Vec<String>;

/// A column for the answers to each question of a list; none where nothing tells questions apart.
pub(super) fn answer_columns<'v>(lists: &Lists<'v>, rows: usize) -> Vec<Column<'v>> {
    let leaves = leaves(lists);
    let Some(id) = id_leaf(lists, &leaves) else { return Vec::new() };
    let mut questions: Vec<&Value> = Vec::new();
    for element in elements(lists) {
        let question = at(element, id);
        let is_new = |question: &&Value| !questions.contains(question);
        questions.extend(question.filter(is_new));
    }
    let questions = questions.into_iter().take(QUESTIONS);
    questions.flat_map(|question| columns_of(lists, rows, &leaves, id, question)).collect()
}

fn columns_of<'v>(
    lists: &Lists<'v>,
    rows: usize,
    leaves: &[Leaf],
    id: &Leaf,
    question: &Value,
) -> Vec<Column<'v>> {
    let is_own = |element: &&Value| at(element, id) == Some(question);
    let own: Vec<&Value> = elements(lists).filter(is_own).collect();
    let constant = |leaf: &Leaf| is_title(leaf, &own);
    let titles = leaves.iter().filter(|leaf| *leaf != id && constant(leaf));
    let titles = titles.filter_map(|leaf| at(own.first()?, leaf)?.as_str().map(str::to_owned));
    let names: Vec<String> = std::iter::once(text(question)).chain(titles).collect();
    let mut found: Vec<(usize, Column)> = Vec::new();
    for leaf in leaves.iter().filter(|leaf| *leaf != id && !constant(leaf)) {
        let values: Vec<&Value> = own.iter().filter_map(|element| at(element, leaf)).collect();
        if let Some(rank) = rank(leaf, &ANSWERS).filter(|_| !values.is_empty()) {
            let path = path(&lists.path, id, question, leaf);
            let names = names.iter().chain(&lists.names).cloned().collect();
            let (depth, is_numbered) = (lists.depth, lists.is_numbered);
            found.push((rank, Column { path, names, depth, is_numbered, values, rows }));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, column)| column).take(MEMBERS).collect()
}

/// `$.answers[?@.q=='recommend'].v`
fn path(list: &str, id: &[String], question: &Value, leaf: &[String]) -> String {
    let names = |leaf: &[String], root: &str| {
        below(root, &leaf.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let literal = question.as_str().map_or_else(|| question.to_string(), quoted);
    format!("{list}[?{}=={literal}]{}", names(id, "@"), names(leaf, ""))
}

/// Every member of the elements that holds single values, in the order they are met.
fn leaves(lists: &Lists) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut meet = |leaf: Leaf| {
        if !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
    };
    for (name, value) in elements(lists).filter_map(Value::as_object).flatten() {
        match value {
            Value::Object(inner) => {
                let inner = inner.iter().filter(|(_, value)| is_scalar(value));
                inner.for_each(|(inner, _)| meet(vec![name.clone(), inner.clone()]));
            }
            value if is_scalar(value) => meet(vec![name.clone()]),
            _ => {}
        }
    }
    leaves
}

/// The member that names the question: every element has it, no two of a list the same, and other lists again.
fn id_leaf<'l>(lists: &Lists, leaves: &'l [Leaf]) -> Option<&'l Leaf> {
    let ranked = leaves.iter().filter_map(|leaf| Some((rank(leaf, &IDS)?, leaf)));
    let fitting = ranked.filter(|(_, leaf)| tells_apart(lists, leaf));
    fitting.min_by_key(|(rank, _)| *rank).map(|(_, leaf)| leaf)
}

fn tells_apart(lists: &Lists, leaf: &Leaf) -> bool {
    let mut all: FxHashSet<String> = FxHashSet::default();
    let is_id = |value: &Value| value.is_string() || value.is_i64();
    for list in &lists.lists {
        let ids: Vec<&Value> = list.iter().filter_map(|element| at(element, leaf)).collect();
        let different: FxHashSet<String> = ids.iter().map(|id| id.to_string()).collect();
        if different.len() != list.len() || !ids.into_iter().all(is_id) {
            return false;
        }
        all.extend(different);
    }
    let elements = lists.lists.iter().map(|list| list.len()).sum::<usize>();
    all.len() <= QUESTIONS && (lists.lists.len() < 2 || all.len() < elements)
}

/// A title is the same text in every answer to its question.
fn is_title(leaf: &Leaf, own: &[&Value]) -> bool {
    let mut texts = own.iter().filter_map(|element| at(element, leaf)).map(words);
    let Some(Some(first)) = texts.next() else { return false };
    rank(leaf, &TITLES).is_some() && own.len() > 1 && texts.all(|text| text == Some(first))
}

/// How early the last of a leaf's names, or all of them, stand among names.
fn rank(leaf: &[String], among: &[&str]) -> Option<usize> {
    let last = normal(leaf.last()?);
    let all = normal(&leaf.join(" "));
    let is_it = |name: &str| all == name || likeness(&last, name) == Some(Likeness::Same);
    let place = among.iter().position(|name| is_it(name))?;
    // What stands deeper is only asked when nothing else will do.
    Some(place + 20 * (leaf.len() - 1))
}

fn at<'v>(element: &'v Value, leaf: &[String]) -> Option<&'v Value> {
    let found = leaf.iter().try_fold(element, |value, name| value.get(name));
    found.filter(|value| is_scalar(value))
}

fn elements<'v>(lists: &Lists<'v>) -> impl Iterator<Item = &'v Value> {
    lists.lists.clone().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::Selector;
    use crate::core::preview::fields::column::Columns;
    use serde_json::json;

    fn columns(rows: &[Value]) -> Vec<(String, Vec<String>, usize)> {
        let rows: Vec<&Value> = rows.iter().collect();
        let answers =
            Columns::of(&rows).all.into_iter().filter(|column| column.path.contains("?@"));
        answers.map(|column| (column.path, column.names, column.values.len())).collect()
    }

    #[test]
    fn each_question_has_its_own_column() {
        let rows = [
            json!({"answers": [{"q": "recommend", "v": 9}, {"q": "it's", "v": "x"}]}),
            json!({"answers": [{"q": "recommend", "v": 4}]}),
            json!({"answers": []}),
        ];
        let found = columns(&rows);
        let names = |name: &str| vec![name.to_owned(), "answers".to_owned()];
        assert_eq!(found[0], ("$.answers[?@.q=='recommend'].v".into(), names("recommend"), 2));
        assert_eq!(found[1], (r"$.answers[?@.q=='it\'s'].v".into(), names("it's"), 1));
        for (path, ..) in found {
            assert!(Selector::parse(&path).expect("a JSONPath").first(&rows[0]).is_some());
        }
    }

    #[test]
    fn an_answer_s_member_may_depend_on_its_type_and_an_id_be_deeper() {
        let rows = [
            json!({"list": [
                {"field": {"id": 7, "type": "scale"}, "type": "number", "number": 9, "title": "Would you recommend us?"},
                {"field": {"id": 8, "type": "text"}, "type": "text", "text": "kind", "title": "Why?"}]}),
            json!({"list": [{"field": {"id": 7, "type": "scale"}, "type": "number", "number": 3, "title": "Would you recommend us?"}]}),
        ];
        let found = columns(&rows);
        assert_eq!(found[0].0, "$.list[?@.field.id==7].number");
        assert_eq!(found[0].1, ["7", "Would you recommend us?", "list"]);
        assert_eq!(found[1].0, "$.list[?@.field.id==8].text");
    }

    #[test]
    fn lists_in_which_nothing_names_a_question_have_no_columns() {
        assert!(columns(&[json!({"tags": [{"label": "a"}, {"label": "b"}]})]).is_empty());
        assert!(
            columns(&[
                json!({"log": [{"id": 1, "value": 2}]}),
                json!({"log": [{"id": 2, "value": 2}]})
            ])
            .is_empty()
        );
        let twice = json!({"list": [{"q": "a", "v": 1}, {"q": "a", "v": 2}]});
        assert!(columns(&[twice]).is_empty());
    }
}
