//! The streams of both parameters, made by crate `arrow`.

// The same writer and numbers as for the tests of the check.
#[allow(dead_code)]
#[path = "../../../ipc_check/src/tests/streams.rs"]
mod streams;

use crate::columns::ZONE;
use arrow_array::{
    ArrayRef, Float64Array, RecordBatch, StringArray, StructArray, TimestampSecondArray, UInt64Array,
};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use std::sync::Arc;
pub use streams::{Numbers, stream_of, without_validity};

/// A document; its id is its place.
pub type Document = (&'static str, Option<&'static str>, i64, Option<f64>);

/// Documents with everything that a column may hold.
pub const DOCUMENTS: [Document; 7] = [
    ("this is a test", Some("test"), 1_641_038_400, Some(1.123456)),
    ("", None, 1_641_038_401, None),
    ("größer", Some(""), 1_641_168_000, Some(0.5)),
    ("日本語 ŉ", Some("🦀"), 1_641_167_999, Some(0.25)),
    ("before 1970", None, -1, Some(f64::NAN)),
    ("the first second", None, i64::MIN, Some(f64::NEG_INFINITY)),
    ("the last second", None, i64::MAX, Some(-0.0)),
];

pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("id", DataType::UInt64, false),
        Field::new("content", DataType::Utf8, false),
        Field::new("title", DataType::Utf8, true),
        Field::new("date", DataType::Timestamp(TimeUnit::Second, Some(ZONE.into())), false),
        Field::new("score", DataType::Float64, true),
    ]))
}

pub fn batch(documents: &[Document]) -> RecordBatch {
    let columns: Vec<ArrayRef> = vec![
        Arc::new(UInt64Array::from_iter_values(0..documents.len() as u64)),
        Arc::new(StringArray::from_iter_values(documents.iter().map(|it| it.0))),
        Arc::new(documents.iter().map(|it| it.1).collect::<StringArray>()),
        Arc::new(TimestampSecondArray::from_iter_values(documents.iter().map(|it| it.2)).with_timezone(ZONE)),
        Arc::new(documents.iter().map(|it| it.3).collect::<Float64Array>()),
    ];
    RecordBatch::try_new(schema(), columns).unwrap()
}

/// Many documents: those above, again and again.
pub fn many(rows: usize) -> RecordBatch {
    batch(&DOCUMENTS.iter().copied().cycle().take(rows).collect::<Vec<_>>())
}

/// A data stream with 8-byte padding.
pub fn data(batches: &[RecordBatch]) -> Vec<u8> {
    stream_of(&schema(), batches, 8)
}

/// The meta stream of one command.
pub fn meta(command: &str) -> Vec<u8> {
    metas(&[&[command]])
}

/// A meta stream with a batch for each of these.
pub fn metas(batches: &[&[&str]]) -> Vec<u8> {
    let config = Fields::from(vec![Field::new("filename", DataType::Utf8, false)]);
    let schema = Arc::new(Schema::new(vec![
        Field::new("command", DataType::Utf8, false),
        Field::new("config", DataType::Struct(config.clone()), false),
    ]));
    let batch = |commands: &&[&str]| {
        let files = StringArray::from_iter_values(commands.iter().map(|_| "test.txt"));
        let columns: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from_iter_values(commands.iter())),
            Arc::new(StructArray::new(config.clone(), vec![Arc::new(files)], None)),
        ];
        RecordBatch::try_new(schema.clone(), columns).unwrap()
    };
    stream_of(&schema, &batches.iter().map(batch).collect::<Vec<_>>(), 8)
}
