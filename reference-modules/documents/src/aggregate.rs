//! `aggregate`: one row for each day that has documents, earliest first.

use crate::columns::{self, ZONE};
use crate::room;
use arrow_array::{ArrayRef, Float64Array, RecordBatch, TimestampSecondArray, UInt64Array};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use std::collections::BTreeMap;
use std::sync::Arc;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// The columns of the answer: `day` is the first second of a day, `mean_score` is null where no document has a score.
pub fn schema() -> SchemaRef {
    let day = DataType::Timestamp(TimeUnit::Second, Some(ZONE.into()));
    Arc::new(Schema::new(vec![
        Field::new("day", day, false),
        Field::new("count", DataType::UInt64, false),
        Field::new("mean_score", DataType::Float64, true),
    ]))
}

/// What is known of each day so far. A row takes 32 bytes at least in a stream, and one here less than three times that.
#[derive(Default)]
pub struct Days(BTreeMap<i64, Day>);

#[derive(Default)]
struct Day {
    count: u64,
    scored: u64,
    /// Added up in the order of the rows, so the last digits depend on it.
    sum: f64,
}

impl Days {
    /// Counts the rows of a batch.
    #[inline(never)]
    pub fn add(&mut self, batch: &RecordBatch) -> Option<()> {
        let dates = columns::dates(batch)?;
        let scores = columns::scores(batch)?;
        for (date, score) in dates.values().iter().zip(scores.iter()) {
            let day = self.0.entry(begin(*date)).or_default();
            day.count += 1;
            if let Some(score) = score {
                day.scored += 1;
                day.sum += score;
            }
        }
        Some(())
    }

    /// All days as one batch.
    #[inline(never)]
    pub fn batch(&self, schema: SchemaRef) -> Option<RecordBatch> {
        // Three columns of eight bytes, each in a vector that may be twice as long.
        room::ask(self.0.len().checked_mul(3 * 8 * 2)?)?;
        let days = TimestampSecondArray::from_iter_values(self.0.keys().copied()).with_timezone(ZONE);
        let counts = UInt64Array::from_iter_values(self.0.values().map(|day| day.count));
        let means = self.0.values().map(Day::mean).collect::<Float64Array>();
        let columns: Vec<ArrayRef> = vec![Arc::new(days), Arc::new(counts), Arc::new(means)];
        RecordBatch::try_new(schema, columns).ok()
    }
}

impl Day {
    fn mean(&self) -> Option<f64> {
        let mean = self.sum / self.scored as f64;
        // Which NaN a sum gives differs from engine to engine: always the same one here.
        (self.scored > 0).then_some(if mean.is_nan() { f64::NAN } else { mean })
    }
}

/// The first second of a date's day. The first day of all began before there was a number for it.
fn begin(date: i64) -> i64 {
    date.saturating_sub(date.rem_euclid(SECONDS_OF_A_DAY))
}
