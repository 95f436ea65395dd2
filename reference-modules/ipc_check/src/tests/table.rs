//! A table of all kinds of column.

use super::streams::{Numbers, stream_of};
use crate::{Column, Kind};
use arrow_array::{
    ArrayRef, Float64Array, RecordBatch, StringArray, StructArray, TimestampSecondArray, UInt64Array,
};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use std::sync::Arc;

/// All kinds of column.
pub const COLUMNS: [Column; 5] = [
    Column { name: "number", kind: Kind::UInt64, nullable: false },
    Column { name: "text", kind: Kind::Utf8, nullable: true },
    Column { name: "time", kind: Kind::Seconds("+00:00"), nullable: false },
    Column { name: "measure", kind: Kind::Float64, nullable: true },
    Column { name: "inside", kind: Kind::Struct(&INSIDE), nullable: false },
];

const INSIDE: [Column; 1] = [Column { name: "name", kind: Kind::Utf8, nullable: false }];

/// The same columns for crate `arrow`.
pub fn schema() -> SchemaRef {
    let time = DataType::Timestamp(TimeUnit::Second, Some("+00:00".into()));
    let fields = vec![
        Field::new("number", DataType::UInt64, false),
        Field::new("text", DataType::Utf8, true),
        Field::new("time", time, false),
        Field::new("measure", DataType::Float64, true),
        Field::new("inside", DataType::Struct(inside()), false),
    ];
    let metadata =
        [("made by", "a test"), ("of", "ipc_check")].map(|(key, value)| (key.into(), value.into()));
    Arc::new(Schema::new_with_metadata(fields, metadata.into()))
}

fn inside() -> Fields {
    Fields::from(vec![Field::new("name", DataType::Utf8, false)])
}

/// Rows that depend on a seed; every third text and measure is null, unless the seed is 3.
pub fn batch(rows: usize, seed: u64) -> RecordBatch {
    const TEXTS: [&str; 5] = ["", "a", "größer", "日本語", "🦀 crab"];
    let mut numbers = Numbers(seed);
    let mut text = |null: bool| (!null).then(|| TEXTS[numbers.below(TEXTS.len())]);
    let null = |row: usize| row % 3 == 2 && seed != 3;
    let texts: StringArray = (0..rows).map(|row| text(null(row))).collect();
    let names: StringArray = (0..rows).map(|_| text(false)).collect();
    let measures: Float64Array = (0..rows).map(|row| (!null(row)).then_some(row as f64 / 7.0)).collect();
    let times = TimestampSecondArray::from_iter_values((0..rows).map(|row| row as i64 - 5));
    let columns: Vec<ArrayRef> = vec![
        Arc::new(UInt64Array::from_iter_values((0..rows).map(|row| u64::MAX - row as u64))),
        Arc::new(texts),
        Arc::new(times.with_timezone("+00:00")),
        Arc::new(measures),
        Arc::new(StructArray::new(inside(), vec![Arc::new(names)], None)),
    ];
    RecordBatch::try_new(schema(), columns).unwrap()
}

/// A stream of these batches.
pub fn stream(batches: &[RecordBatch], alignment: usize) -> Vec<u8> {
    stream_of(&schema(), batches, alignment)
}
