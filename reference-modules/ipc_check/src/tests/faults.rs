//! What is hard to reach by changing single bytes.

use super::streams::{messages, stream_of};
use super::table::{COLUMNS, batch, schema, stream};
use crate::{Fault, check};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_ipc::{
    BodyCompressionBuilder, KeyValue, KeyValueArgs, MessageBuilder, MessageHeader, MetadataVersion,
    RecordBatchBuilder, SchemaBuilder,
};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use flatbuffers::{FlatBufferBuilder, UnionWIPOffset, WIPOffset};
use std::sync::Arc;

/// The stream's parts: each message, and the end.
fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let mut starts: Vec<_> = messages(bytes).iter().map(|(start, _)| *start).collect();
    starts.push(bytes.len() - 8);
    starts.push(bytes.len());
    starts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect()
}

#[test]
fn messages_come_in_order() {
    let bytes = stream(&[batch(3, 1)], 8);
    let [schema, batch, end] = parts(&bytes)[..] else { panic!("three parts") };
    let faulty: [&[&[u8]]; 4] = [&[batch, schema, end], &[schema, schema, end], &[batch, end], &[end]];
    for order in faulty {
        assert_eq!(Err(Fault::Order), check(&order.concat(), &COLUMNS));
    }
    assert!(check(&[schema, end].concat(), &COLUMNS).is_ok());
    assert!(check(&[schema, batch, batch, end].concat(), &COLUMNS).is_ok());
}

#[test]
fn another_schema_is_rejected_in_each_of_its_columns() {
    let good = schema();
    assert!(check(&stream(&[], 8), &COLUMNS).is_ok());
    let time = |unit, zone: Option<&str>| DataType::Timestamp(unit, zone.map(Into::into));
    let others = [
        (0, Field::new("Number", DataType::UInt64, false)),
        (0, Field::new("number", DataType::UInt64, true)),
        (0, Field::new("number", DataType::Int64, false)),
        (0, Field::new("number", DataType::UInt32, false)),
        (1, Field::new("text", DataType::Utf8, false)),
        (1, Field::new("text", DataType::LargeUtf8, true)),
        (1, Field::new("text", DataType::Binary, true)),
        (2, Field::new("time", time(TimeUnit::Millisecond, Some("+00:00")), false)),
        (2, Field::new("time", time(TimeUnit::Second, Some("UTC")), false)),
        (2, Field::new("time", time(TimeUnit::Second, None), false)),
        (3, Field::new("measure", DataType::Float32, true)),
        (
            4,
            Field::new(
                "inside",
                DataType::Struct(vec![Field::new("name", DataType::Utf8, true)].into()),
                false,
            ),
        ),
        (4, Field::new("inside", DataType::Struct(Vec::<Field>::new().into()), false)),
        (4, Field::new("inside", DataType::Utf8, false)),
    ];
    for (place, other) in others {
        let mut fields: Vec<_> = good.fields().to_vec();
        fields[place] = Arc::new(other.clone());
        let bytes = stream_of(&Schema::new(fields), &[], 8);
        assert_eq!(Err(Fault::Schema), check(&bytes, &COLUMNS), "{other}");
    }
    for count in [0, 4] {
        let bytes = stream_of(&Schema::new(good.fields()[..count].to_vec()), &[], 8);
        assert_eq!(Err(Fault::Schema), check(&bytes, &COLUMNS));
    }
}

#[test]
fn a_dictionary_is_rejected() {
    let mut fields: Vec<_> = schema().fields().to_vec();
    let keys = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    fields[1] = Arc::new(Field::new("text", keys, true));
    assert_eq!(Err(Fault::Schema), check(&stream_of(&Schema::new(fields), &[], 8), &COLUMNS));
}

#[test]
fn a_batch_with_more_or_fewer_columns_is_rejected() {
    let good = stream(&[batch(3, 1)], 8);
    let more: Vec<ArrayRef> = batch(3, 1).columns().iter().chain(batch(3, 1).columns()).cloned().collect();
    let fields: Vec<_> = schema().fields().iter().chain(schema().fields()).cloned().collect();
    let wide = RecordBatch::try_new(Arc::new(Schema::new(fields)), more).unwrap();
    for other in [wide, batch(3, 1).project(&[0, 1, 2, 3]).unwrap()] {
        let bytes = stream_of(&other.schema(), std::slice::from_ref(&other), 8);
        let mixed = [parts(&good)[0], parts(&bytes)[1], parts(&good)[2]].concat();
        assert_eq!(Err(Fault::Counts), check(&mixed, &COLUMNS));
    }
}

/// A stream whose first message is made by hand.
fn by_hand(
    kind: MessageHeader,
    table: impl FnOnce(&mut FlatBufferBuilder) -> WIPOffset<UnionWIPOffset>,
) -> Vec<u8> {
    let mut flatbuffer = FlatBufferBuilder::new();
    let header = table(&mut flatbuffer);
    let mut message = MessageBuilder::new(&mut flatbuffer);
    message.add_version(MetadataVersion::V5);
    message.add_header_type(kind);
    message.add_header(header);
    let message = message.finish();
    flatbuffer.finish(message, None);
    let flatbuffer = flatbuffer.finished_data();
    let padding = flatbuffer.len().next_multiple_of(8) - flatbuffer.len();
    let length = (flatbuffer.len() + padding) as u32;
    [&[0xff; 4], &length.to_le_bytes()[..], flatbuffer, &vec![0; padding], &[0xff; 4], &[0; 4]].concat()
}

/// One long value, and entries that name it: a reader would copy it for each of them.
#[test]
fn metadata_that_is_named_many_times_is_rejected() {
    let named = |times: usize| {
        by_hand(MessageHeader::Schema, |flatbuffer| {
            let value = flatbuffer.create_string(&"v".repeat(1000));
            let entries: Vec<_> = (0..times)
                .map(|_| KeyValue::create(flatbuffer, &KeyValueArgs { key: None, value: Some(value) }))
                .collect();
            let entries = flatbuffer.create_vector(&entries);
            let mut schema = SchemaBuilder::new(flatbuffer);
            schema.add_custom_metadata(entries);
            schema.finish().as_union_value()
        })
    };
    assert_eq!(Err(Fault::Schema), check(&named(1), &COLUMNS)); // Only for want of columns.
    assert_eq!(Err(Fault::Metadata), check(&named(2), &COLUMNS));
    assert_eq!(Err(Fault::Metadata), check(&named(1000), &COLUMNS));
}

#[test]
fn a_compressed_batch_is_rejected() {
    let batch = |compressed: bool| {
        by_hand(MessageHeader::RecordBatch, |flatbuffer| {
            let compression = BodyCompressionBuilder::new(flatbuffer).finish();
            let mut batch = RecordBatchBuilder::new(flatbuffer);
            if compressed {
                batch.add_compression(compression);
            }
            batch.finish().as_union_value()
        })
    };
    let good = stream(&[], 8);
    let schema = parts(&good)[0];
    assert_eq!(Err(Fault::Counts), check(&[schema, &batch(false)].concat(), &COLUMNS)); // Only for want of nodes.
    assert_eq!(Err(Fault::Unsupported), check(&[schema, &batch(true)].concat(), &COLUMNS));
}
