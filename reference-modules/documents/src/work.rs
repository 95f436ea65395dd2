//! A call without its addresses: two streams in, one out.

use crate::aggregate::{self, Days};
use crate::columns::{COMMAND, DATA, META, text};
use crate::command::Command;
use crate::result::Stream;
use crate::source::Source;
use crate::{filter, uppercase};
use arrow_array::RecordBatch;

/// The answer of a call, or `None` where it is rejected. Nothing of it points into the streams, and nothing that does is
/// left. Batch after batch is worked on, so the memory beside the answer depends on the longest of them.
pub fn answer(meta: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let command = command(meta)?;
    let data = Source::open(data, &DATA)?;
    match command {
        Command::Test => each_batch(data, Some),
        Command::Filter(threshold) => each_batch(data, |batch| filter::at_least(&batch, threshold)),
        Command::Uppercase => each_batch(data, |batch| uppercase::content(&batch)),
        Command::Aggregate => by_day(data),
    }
}

/// What the one row of the meta stream says. It may come among batches without a row.
fn command(meta: &[u8]) -> Option<Command> {
    let mut meta = Source::open(meta, &META)?;
    if meta.checked().rows != 1 {
        return None;
    }
    while let Some(batch) = meta.next().ok()? {
        if batch.num_rows() == 1 {
            return Command::parse(text(&batch, COMMAND)?.value(0));
        }
    }
    None
}

/// A stream of the same columns, each batch changed. Custom metadata of the schema is kept.
fn each_batch(mut data: Source, change: impl Fn(RecordBatch) -> Option<RecordBatch>) -> Option<Vec<u8>> {
    let mut result = Stream::begin(data.schema())?;
    while let Some(batch) = data.next().ok()? {
        result.add(&change(batch)?)?;
    }
    result.end()
}

/// A stream with one batch: a row for each day.
fn by_day(mut data: Source) -> Option<Vec<u8>> {
    let mut days = Days::default();
    while let Some(batch) = data.next().ok()? {
        days.add(&batch)?;
    }
    let schema = aggregate::schema();
    let mut result = Stream::begin(&schema)?;
    result.add(&days.batch(schema)?)?;
    result.end()
}
