//! What each command does.

use super::tables::{
    DOCUMENTS, Document, batch, data, many, meta, metas, schema, stream_of, without_validity,
};
use super::{answer, ask, read};
use crate::columns::{CONTENT, DATA, DATE, META, text};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, TimestampSecondType, UInt64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::Schema;

const COMMANDS: [&str; 4] = ["test", "filter 0.5", "uppercase", "aggregate"];

fn ids(batches: &[RecordBatch]) -> Vec<u64> {
    batches.iter().flat_map(|batch| batch.column(0).as_primitive::<UInt64Type>().values().to_vec()).collect()
}

#[test]
fn test_answers_the_documents_as_they_are() {
    let batches = [batch(&DOCUMENTS[..2]), batch(&[]), batch(&DOCUMENTS[2..])];
    // NaN is not equal to itself, but its text is.
    assert_eq!(format!("{batches:?}"), format!("{:?}", ask("test", &data(&batches))));
}

#[test]
fn filter_keeps_what_has_the_threshold() {
    let data = data(&[batch(&DOCUMENTS)]);
    assert_eq!(vec![0, 2], ids(&ask("filter 0.5", &data)));
    assert_eq!(vec![0], ids(&ask("filter 0.500001", &data)));
    assert_eq!(vec![0, 2, 3, 6], ids(&ask("filter 0", &data)));
    assert_eq!(Vec::<u64>::new(), ids(&ask("filter 1e300", &data)));
}

#[test]
fn uppercase_changes_the_content_and_nothing_else() {
    let before = batch(&DOCUMENTS);
    let after = ask("uppercase", &data(&[before.clone()])).remove(0);
    let content = text(&after, CONTENT).unwrap();
    assert_eq!(["THIS IS A TEST", "", "GRÖSSER", "日本語 ʼN"], [0, 1, 2, 3].map(|row| content.value(row)));
    let others = [0, 2, 3, 4];
    assert_eq!(
        format!("{:?}", before.project(&others).unwrap().columns()),
        format!("{:?}", after.project(&others).unwrap().columns())
    );
}

#[test]
fn aggregate_answers_a_row_for_each_day() {
    // The same days in two batches: the days are those of all.
    let days = ask("aggregate", &data(&[batch(&DOCUMENTS), batch(&DOCUMENTS)])).remove(0);
    let begins = days.column(0).as_primitive::<TimestampSecondType>();
    assert_eq!(&[i64::MIN, -86_400, 1_640_995_200, 1_641_081_600, 1_641_168_000], &begins.values()[..5]);
    let last = begins.value(5);
    assert!(last % 86_400 == 0 && i64::MAX - last < 86_400);
    assert_eq!(&[2, 2, 4, 2, 2, 2], &days.column(1).as_primitive::<UInt64Type>().values()[..]);
    let means: Vec<_> = days.column(2).as_primitive::<Float64Type>().iter().collect();
    assert_eq!(Some(f64::NEG_INFINITY), means[0]);
    assert!(means[1].unwrap().is_nan());
    assert_eq!(&[Some(1.123456), Some(0.25), Some(0.5), Some(0.0)], &means[2..]);

    let none: [Document; 1] = [("without a score", None, 0, None)];
    assert!(ask("aggregate", &data(&[batch(&none)]))[0].column(2).is_null(0));
}

#[test]
fn every_stream_of_the_columns_is_served() {
    let plain: [Document; 2] = [("a", Some("b"), 1, Some(2.0)), ("c", Some("d"), 3, Some(4.0))];
    let mut described = schema().as_ref().clone();
    described.metadata = [("made by".to_string(), "a test".to_string())].into();
    let streams = [
        data(&[]),
        data(&[batch(&[])]),
        data(&[batch(&[]), many(1), batch(&[]), many(100)]),
        data(&vec![many(3); 200]),
        stream_of(&schema(), &[many(65)], 64),
        stream_of(&described, &[many(9)], 8),
        without_validity(&data(&[batch(&plain)])),
    ];
    for stream in streams {
        for command in COMMANDS {
            let answer = answer(&meta(command), &stream).unwrap();
            assert_eq!(0, answer.len() % 8);
            if command != "aggregate" {
                ipc_check::check(&answer, &DATA).unwrap();
            }
            read(&answer);
        }
    }
    let answer = read(&answer(&meta("test"), &stream_of(&described, &[many(9)], 8)).unwrap());
    assert_eq!("a test", answer[0].schema().metadata()["made by"]);
}

#[test]
fn the_command_is_one_row_and_known() {
    let data = data(&[many(3)]);
    assert!(ipc_check::check(&metas(&[]), &META).is_ok());
    let not_one: [&[&[&str]]; 4] = [&[], &[&[]], &[&["test", "test"]], &[&["test"], &["test"]]];
    for batches in not_one {
        assert_eq!(None, answer(&metas(batches), &data));
    }
    assert!(answer(&metas(&[&[], &["test"], &[]]), &data).is_some());
    for unknown in
        ["", "Test", "test ", "filter", "filter ", "filter x", "filter nan", "filter inf", "filter  1"]
    {
        assert_eq!(None, answer(&meta(unknown), &data), "{unknown:?}");
    }
}

#[test]
fn other_columns_are_rejected() {
    let good = data(&[many(3)]);
    assert_eq!(None, answer(&good, &good));
    assert_eq!(None, answer(&meta("test"), &meta("test")));
    let fewer = Schema::new(schema().fields()[..DATE].to_vec());
    assert_eq!(None, answer(&meta("test"), &stream_of(&fewer, &[], 8)));
}
