//! Calls without a host: streams in, streams out.

mod commands;
mod hostile;
mod memory;
mod tables;

use crate::work::answer;
use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;

/// What a host would read of an answer.
fn read(stream: &[u8]) -> Vec<RecordBatch> {
    StreamReader::try_new(stream, None).unwrap().collect::<Result<_, _>>().unwrap()
}

/// The batches that a command answers with.
fn ask(command: &str, data: &[u8]) -> Vec<RecordBatch> {
    read(&answer(&tables::meta(command), data).unwrap_or_else(|| panic!("{command} was rejected")))
}
