//! Two people's changes of the same record, made one.

use super::merge_list::{merge_list, of_records, union};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One step to a field of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MergeStep {
    /// Into a member.
    Member(String),
    /// Into the record of this id in a list.
    Record(String),
}

/// Whose change holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// What I wrote.
    Mine,
    /// What they wrote.
    Theirs,
    /// Both: texts one after the other, lists together.
    Both,
}

/// A field that both have changed, each in another way.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    /// Which field.
    pub path: Vec<MergeStep>,
    /// What it was; absent when it was not there.
    pub base: Option<Value>,
    /// What I made of it.
    pub mine: Option<Value>,
    /// What they made of it.
    pub theirs: Option<Value>,
}

/// A contested field in words, as it travels to whoever chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// Which field.
    pub path: Vec<MergeStep>,
    /// What it was.
    pub base: Option<String>,
    /// What I made of it.
    pub mine: Option<String>,
    /// What they made of it.
    pub theirs: Option<String>,
    /// True when both can be had.
    pub can_be_both: bool,
}

/// Two changes made one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The record; where a field is contested and nobody has chosen, it is theirs.
    pub value: Value,
    /// What is still to be chosen.
    pub contested: Vec<Contested>,
}

impl Contested {
    /// Both of what they made of it, where that has a meaning.
    pub fn both(&self) -> Option<Value> {
        match (self.mine.as_ref()?, self.theirs.as_ref()?) {
            (Value::String(mine), Value::String(theirs)) if has_words(self) => {
                Some(Value::from(format!("{theirs} / {mine}")))
            }
            (Value::Array(mine), Value::Array(theirs)) => Some(Value::Array(union(theirs, mine))),
            _ => None,
        }
    }

    /// The field in words.
    pub fn contest(&self) -> Contest {
        let shown = |value: &Option<Value>| match value.as_ref()? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        Contest {
            path: self.path.clone(),
            base: shown(&self.base),
            mine: shown(&self.mine),
            theirs: shown(&self.theirs),
            can_be_both: self.both().is_some(),
        }
    }
}

/// Ids and words of a set are texts too; two of them are not one.
fn has_words(contested: &Contested) -> bool {
    const NO_WORDS: [&str; 6] = ["id", "evidence", "sub_journey", "segment", "status", "severity"];
    let last = contested.path.iter().rev().find_map(|step| match step {
        MergeStep::Member(name) => Some(name.as_str()),
        MergeStep::Record(_) => None,
    });
    last.is_none_or(|name| !NO_WORDS.contains(&name))
}

/// Merges two changes of the same JSON: what one of them has changed is changed; a field that both have changed, each
/// in another way, is chosen. Lists of records that have ids are merged record by record, other lists are one field.
///
/// ```
/// use heartline::core::writing::{Choice, merge};
/// use serde_json::json;
///
/// let base = json!({"name": "Bill", "pains": ["slow"]});
/// let mine = json!({"name": "Invoice", "pains": ["slow", "dear"]});
/// let theirs = json!({"name": "Bill", "pains": ["late"]});
/// let merged = merge(&base, &mine, &theirs, &|_| None);
/// assert_eq!(merged.value, json!({"name": "Invoice", "pains": ["late"]}));
/// assert_eq!(merged.contested.len(), 1);
/// let both = merge(&base, &mine, &theirs, &|_| Some(Choice::Both));
/// assert_eq!(both.value["pains"], json!(["late", "slow", "dear"]));
/// ```
pub fn merge(
    base: &Value,
    mine: &Value,
    theirs: &Value,
    choose: &dyn Fn(&[MergeStep]) -> Option<Choice>,
) -> Merged {
    let mut merging = Merging { choose, path: Vec::new(), contested: Vec::new() };
    let value = merging.value(Some(base), Some(mine), Some(theirs)).unwrap_or(Value::Null);
    Merged { value, contested: merging.contested }
}

pub(super) struct Merging<'c> {
    choose: &'c dyn Fn(&[MergeStep]) -> Option<Choice>,
    path: Vec<MergeStep>,
    contested: Vec<Contested>,
}

type Held<'v> = Option<&'v Value>;

impl Merging<'_> {
    /// What becomes of a value; `None` when it is gone.
    fn value(&mut self, base: Held, mine: Held, theirs: Held) -> Option<Value> {
        if mine == theirs || base == theirs {
            return mine.cloned();
        }
        if base == mine {
            return theirs.cloned();
        }
        match (mine, theirs) {
            (Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
                Some(Value::Object(self.object(base, mine, theirs)))
            }
            (Some(Value::Array(mine)), Some(Value::Array(theirs)))
                if of_records(base, mine, theirs) =>
            {
                Some(Value::Array(merge_list(self, base, mine, theirs)))
            }
            _ => self.contest(base, mine, theirs),
        }
    }

    fn object(
        &mut self,
        base: Held,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let new = mine.keys().filter(|name| !theirs.contains_key(*name));
        let names: Vec<&String> = theirs.keys().chain(new).collect();
        let merged = names.into_iter().filter_map(|name| {
            let base = base.and_then(|base| base.get(name));
            let step = MergeStep::Member(name.clone());
            Some((name.clone(), self.at(step, base, mine.get(name), theirs.get(name))?))
        });
        merged.collect()
    }

    /// What becomes of the value one step down.
    pub(super) fn at(
        &mut self,
        step: MergeStep,
        base: Held,
        mine: Held,
        theirs: Held,
    ) -> Option<Value> {
        self.path.push(step);
        let merged = self.value(base, mine, theirs);
        self.path.pop();
        merged
    }

    fn contest(&mut self, base: Held, mine: Held, theirs: Held) -> Option<Value> {
        let (base, mine, theirs) = (base.cloned(), mine.cloned(), theirs.cloned());
        let contested = Contested { path: self.path.clone(), base, mine, theirs };
        match (self.choose)(&self.path) {
            Some(Choice::Mine) => contested.mine,
            Some(Choice::Theirs) => contested.theirs,
            Some(Choice::Both) => contested.both().or(contested.theirs),
            None => {
                let theirs = contested.theirs.clone();
                self.contested.push(contested);
                theirs
            }
        }
    }
}

#[cfg(test)]
mod tests;
