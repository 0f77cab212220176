//! Mapping alone: every row is read and made a response, which nobody counts.

use crate::data::responses;
use crate::reading::{PIECE, clock, config};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use heartline::core::connection::{Feeds, ResponseFeed};
use heartline::core::mapping::{
    BodyReader, Broken, Captured, Context, Reason, ResponseMapper, RowSink,
};
use heartline::core::model::Question;

struct Uncounted {
    mapper: ResponseMapper,
    captured: Captured,
    flaws: Vec<Reason>,
    context: Context,
}

impl RowSink for Uncounted {
    fn row(&mut self, _: u64, text: &[u8]) -> Result<usize, Broken> {
        let length = self.mapper.plan().read(text, &mut self.captured)?;
        let text = text.get(..length).unwrap_or_default();
        let mapped = self.mapper.map(&mut self.captured, text, &self.context, &mut self.flaws);
        black_box(mapped.is_ok());
        self.flaws.clear();
        Ok(length)
    }

    fn unreadable(&mut self, _: u64, _: &str) {}

    fn flaw(&mut self, _: u64, _: Reason) {}
}

#[divan::bench(args = [10_000, 100_000], sample_count = 10, sample_size = 1)]
fn rows_to_responses(bencher: Bencher, count: usize) {
    let body = responses(count);
    let connection = config().connections.remove(0);
    let Feeds { responses: Some(ResponseFeed { feed, .. }), .. } = connection.feeds else { return };
    bencher.counter(BytesCount::of_slice(body)).counter(ItemsCount::new(count)).bench(|| {
        let mut sink = Uncounted {
            mapper: ResponseMapper::new(&feed.fields, &Question::defaults()),
            captured: Captured::default(),
            flaws: Vec::new(),
            context: Context { clock: clock(), touchpoints: None },
        };
        let mut reader = BodyReader::new(feed.rows.clone());
        body.chunks(PIECE).for_each(|piece| reader.push(piece, &mut sink));
        reader.finish(&mut sink).expect("a whole body")
    });
}
