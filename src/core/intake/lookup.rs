//! A lookup's list, read page by page into a table.

use crate::core::connection::{Call, FeedKind, Lookup, Table};
use crate::core::mapping::{
    BodyReader, Broken, Captured, ProblemLog, Reason, ReasonKind, RowPlan, RowSink, Scalar,
    Selected,
};
use crate::core::paging::{PageEnd, PageWatch, Pager};
use crate::core::workspace::Failure;

/// Reads a lookup. Rows without a key, or with nothing that it stands for, say nothing; a key that stands for another
/// thing further down is told, and the first one holds.
pub struct LookupReader {
    body: BodyReader,
    sink: TableSink,
    /// What leads from page to page, and sees that none comes twice.
    pages: Option<(Pager, PageWatch)>,
}

struct TableSink {
    plan: RowPlan,
    captured: Captured,
    lookup: Lookup,
    table: Table,
    problems: Vec<(u64, Reason)>,
}

impl LookupReader {
    /// A reader of this lookup, whose first page the pager has called, where it comes in pages.
    pub fn new(lookup: &Lookup, pager: Option<Pager>) -> Self {
        let body = BodyReader::new(lookup.rows.clone());
        let needs_last_row = pager.as_ref().is_some_and(Pager::needs_last_row);
        let sink = TableSink {
            plan: RowPlan::of(&[&lookup.key, &lookup.value]),
            captured: Captured::default(),
            lookup: lookup.clone(),
            table: Table::default(),
            problems: Vec::new(),
        };
        let watch = || PageWatch::new(lookup.rows.clone(), None);
        let pages = pager.map(|pager| (pager, watch()));
        Self { body: if needs_last_row { body.keeping_last() } else { body }, sink, pages }
    }

    /// Takes the next piece of a page.
    ///
    /// # Errors
    /// When the page has been there before.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Failure> {
        let held = match &mut self.pages {
            Some((_, watch)) => watch.push(piece)?,
            None => None,
        };
        self.body.push(held.as_deref().unwrap_or(piece), &mut self.sink);
        Ok(())
    }

    /// Takes the end of a page. Gives the call for the next one; nothing when it was the last.
    ///
    /// # Errors
    /// When the page was not what the connection says, or not whole, or when the way on is none.
    pub fn turn(
        &mut self,
        header: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Option<Call>, Failure> {
        if let Some((_, watch)) = &mut self.pages {
            self.body.push(&watch.turn()?, &mut self.sink);
        }
        let rows = self.body.end(&mut self.sink)?;
        let next = self.body.next_page();
        let page = std::mem::replace(&mut self.body, next);
        let Some((pager, _)) = &mut self.pages else { return Ok(None) };
        let end = PageEnd { rows, around: page.around(), last: page.last_row() };
        Ok(pager.turn(&end, header)?)
    }

    /// True when a server that refuses the next call like this says that there is nothing more.
    pub fn is_past_the_end(&self, failure: &Failure) -> bool {
        let Failure::Status { code, .. } = failure else { return false };
        self.pages.as_ref().is_some_and(|(pager, _)| pager.is_past_the_end(*code))
    }

    /// What the lookup says. What is wrong with it is told of the feed that it is for.
    pub fn finish(self, feed: FeedKind, problems: &mut ProblemLog) -> Table {
        for (row, reason) in self.sink.problems {
            problems.add(feed, row, reason);
        }
        self.sink.table
    }
}

impl TableSink {
    fn note(&mut self, number: u64, row: &[u8]) {
        if let Err(reason) = self.note_row(row) {
            self.problems.push((number, reason));
        }
    }

    fn note_row(&mut self, row: &[u8]) -> Result<(), Reason> {
        let Self { captured, lookup, table, .. } = self;
        let text = captured.settle(row, None)?;
        if let Some((place, text)) = captured.broken().next() {
            let field = if *place == 0 { &lookup.key } else { &lookup.value };
            return Err(Reason::new(ReasonKind::NotJson, field.path.source(), text));
        }
        let row = Selected::new(captured, text);
        let key = row.get(0).and_then(Scalar::text);
        let Some((key, value)) = key.zip(row.get(1)) else { return Ok(()) };
        let value = match value.text().and_then(|text| lookup.value.map.get(text.as_ref())) {
            Some(mapped) => mapped.clone(),
            None => value.to_json(),
        };
        match table.note(&key, &value) {
            true => Ok(()),
            false => Err(Reason::new(ReasonKind::Ambiguous, lookup.key.path.source(), &key)),
        }
    }
}

impl RowSink for TableSink {
    fn row(&mut self, number: u64, text: &[u8]) -> Result<usize, Broken> {
        let length = self.plan.read(text, &mut self.captured)?;
        self.note(number, text.get(..length).unwrap_or_default());
        Ok(length)
    }

    fn unreadable(&mut self, number: u64, why: &str) {
        self.problems.push((number, Reason::new(ReasonKind::Unreadable, "", why)));
    }

    fn flaw(&mut self, number: u64, reason: Reason) {
        self.problems.push((number, reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::connection::{FeedId, Headers, Method, Written};
    use crate::core::paging::PagingFault;
    use serde_json::{Value, json};

    fn read(lookup: &Value, body: &Value) -> (Table, ProblemLog) {
        let lookup = Lookup::from_json(lookup).expect("a lookup");
        let mut reader = LookupReader::new(&lookup, None);
        body.to_string()
            .as_bytes()
            .chunks(9)
            .for_each(|piece| assert_eq!(reader.push(piece), Ok(())));
        assert_eq!(reader.turn(&|_| None), Ok(None));
        let mut problems = ProblemLog::default();
        (reader.finish(FeedKind::Responses, &mut problems), problems)
    }

    fn table(entries: &[(&str, Value)]) -> Table {
        let mut table = Table::default();
        assert!(entries.iter().all(|(key, value)| table.note(key, value)));
        table
    }

    #[test]
    fn choices_inside_of_questions_inside_of_pages_are_found() {
        let lookup = json!({"path": "details", "rows": "$.pages[*].questions[*].answers.choices[*]",
            "key": "$.id", "value": "$.weight"});
        let choice = |id: u32, weight: u32| json!({"id": id, "text": "…", "weight": weight});
        let body = json!({"pages": [{"questions": [
            {"answers": {"choices": [choice(11, 1), choice(12, 2)]}}, {"answers": {}}]},
            {"questions": [{"answers": {"choices": [choice(13, 5), {"text": "no id"}]}}]}]});
        let (found, problems) = read(&lookup, &body);
        assert_eq!(found, table(&[("11", json!(1)), ("12", json!(2)), ("13", json!(5))]));
        assert!(problems.is_empty());
    }

    #[test]
    fn it_may_come_in_pages_of_which_none_comes_twice() {
        let lookup = json!({"path": "forms", "rows": "$[*]", "key": "$.id", "value": "$.t",
            "paging": {"kind": "offset", "offset": "o", "limit": "l", "size": 2}});
        let lookup = Lookup::from_json(&lookup).expect("a lookup");
        let (method, headers) = (Method::Get, Headers::default());
        let call = Call { method, address: "forms".into(), headers, body: None, follows: false };
        let pager = Pager::new(lookup.request.paging.clone().expect("pages"), call);
        let mut reader = LookupReader::new(&lookup, Some(pager));
        let mut turn = |page: Value| {
            reader.push(page.to_string().as_bytes())?;
            Ok(reader.turn(&|_| None)?.map(|call| call.address))
        };
        let page = json!([{"id": 1, "t": "a"}, {"id": 2, "t": "b"}]);
        assert_eq!(turn(page.clone()), Ok(Some("forms?l=2&o=2".into())));
        assert_eq!(turn(page), Err(Failure::Paging(PagingFault::RepeatedPage(1))));
        assert_eq!(turn(json!([{"id": 3, "t": "c"}])), Ok(None));
        let table = reader.finish(FeedKind::Responses, &mut ProblemLog::default());
        assert_eq!(table.len(), 3);
    }

    #[test]
    fn a_key_that_stands_for_two_things_is_told() {
        let lookup = json!({"path": "forms", "rows": "$.items[*]", "key": "$.id",
            "value": {"path": "$.title", "map": {"Desk": "desk"}}});
        let body = json!({"items": [{"id": "f", "title": "Desk"}, {"id": "f", "title": "Desk"},
            {"id": "g", "title": true}, {"id": "f", "title": "Spa"}, 7]});
        let (found, problems) = read(&lookup, &body);
        assert_eq!(found, table(&[("f", json!("desk")), ("g", json!(true))]));
        let told: Vec<_> = problems.first().iter().map(|one| (one.row, one.reason.kind)).collect();
        assert_eq!(told, [(4, ReasonKind::Ambiguous), (5, ReasonKind::NotAnObject)]);
        assert_eq!(problems.rows_lost(FeedId::only(FeedKind::Responses)), 1);
    }
}
