//! Names of columns that stand apart from rows without names.

use serde_json::Value;

/// Nothing is looked for below this depth.
const DEPTH: usize = 3;

/// What the places of rows that are arrays are called, where the body has a list of as many names.
pub(super) fn header(body: &Value, rows: &[&Value]) -> Option<Vec<String>> {
    let width = rows.first()?.as_array()?.len();
    let are_as_wide = rows.iter().all(|row| row.as_array().is_some_and(|row| row.len() == width));
    if !are_as_wide {
        return None;
    }
    find(body, width, DEPTH)
}

fn find(value: &Value, width: usize, depth: usize) -> Option<Vec<String>> {
    match value {
        Value::Array(list) if list.len() == width => names(list),
        Value::Object(members) if depth > 0 => {
            members.values().find_map(|value| find(value, width, depth - 1))
        }
        _ => None,
    }
}

/// Texts, or objects with a name each.
fn names(list: &[Value]) -> Option<Vec<String>> {
    let named = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        column => column.get("name").or_else(|| column.get("title"))?.as_str().map(str::to_owned),
    };
    list.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_of_as_many_names_is_found() {
        let (one, two) = (json!([1, "a"]), json!([2, "b"]));
        let rows = [&one, &two];
        let names = Some(vec!["n".to_owned(), "t".to_owned()]);
        assert_eq!(header(&json!({"columns": ["n", "t"]}), &rows), names);
        let meta = json!({"meta": [{"name": "n", "type": "Int"}, {"name": "t", "type": "String"}]});
        assert_eq!(header(&meta, &rows), names);
        assert_eq!(header(&json!({"query": {"columns": ["n", "t", "x"]}}), &rows), None);
        assert_eq!(header(&json!({"columns": ["n", "t"]}), &[&one, &json!([1])]), None);
        assert_eq!(header(&json!({"columns": ["n", "t"]}), &[&json!({"n": 1})]), None);
    }
}
