//! Streams that must pass, streams that must not, and what crate `arrow` does with them.

mod faults;
mod mutants;
mod streams;
mod table;

use crate::{Fault, Stream, check};
use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use streams::without_validity;
use table::{COLUMNS, batch, stream};

/// What crate `arrow` reads.
fn read(bytes: &[u8]) -> Result<Vec<RecordBatch>, arrow_schema::ArrowError> {
    StreamReader::try_new(bytes, None)?.collect()
}

#[test]
fn streams_of_all_sizes_pass() {
    for rows in [vec![], vec![0], vec![1], vec![0, 7, 0], vec![8, 9, 64, 65, 1000]] {
        for alignment in [8, 64] {
            let batches: Vec<_> = rows.iter().map(|&rows| batch(rows, rows as u64)).collect();
            let bytes = stream(&batches, alignment);
            let found = check(&bytes, &COLUMNS).unwrap();
            assert_eq!(rows.iter().sum::<usize>() as u64, found.rows);
            assert_eq!(rows.len() as u64, found.batches);
            assert!(found.schema_length + found.longest_batch < bytes.len());
        }
    }
}

#[test]
fn validity_may_be_left_out_where_nothing_is_null() {
    let bytes = without_validity(&stream(&[batch(9, 3)], 8));
    assert_eq!(Ok(9), check(&bytes, &COLUMNS).map(|found| found.rows));
    assert_eq!(vec![batch(9, 3)], read(&bytes).unwrap());
}

#[test]
fn a_stream_that_is_cut_anywhere_is_rejected() {
    let bytes = stream(&[batch(3, 1), batch(2, 2)], 8);
    for length in 0..bytes.len() {
        assert_eq!(Err(Fault::Cut), check(&bytes[..length], &COLUMNS), "{length}");
    }
}

#[test]
fn nothing_may_stand_behind_the_end() {
    let mut bytes = stream(&[batch(3, 1)], 8);
    bytes.push(0);
    assert_eq!(Err(Fault::Behind), check(&bytes, &COLUMNS));
}

#[test]
fn each_number_is_believed_only_where_it_is_right() {
    let whole = Stream { rows: 0, batches: 0, schema_length: 0, longest_batch: 0 };
    assert_ne!(Ok(whole), check(&stream(&[], 8), &COLUMNS));
    assert_eq!(Err(Fault::Cut), check(&[], &COLUMNS));
    // The length that made crate arrow claim 512 MiB.
    assert_eq!(Err(Fault::Cut), check(&[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0x20], &COLUMNS));
}
