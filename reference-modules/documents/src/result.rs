//! The stream that a call answers with.

use crate::room;
use arrow_array::{Array, RecordBatch};
use arrow_ipc::MetadataVersion;
use arrow_ipc::writer::{IpcWriteOptions, StreamWriter};
use arrow_schema::Schema;
use std::io;

/// Every buffer begins at a multiple of this. The area of the result does, too, so a host can read in place.
const ALIGNMENT: usize = 8;

/// Enough for the sentence of an error.
const SPARE: usize = 1 << 10;

/// A stream in the making: uncompressed, 8-byte aligned, with an end marker.
pub struct Stream(StreamWriter<Bytes>);

impl Stream {
    /// A stream of this schema without a batch.
    pub fn begin(schema: &Schema) -> Option<Self> {
        let mut spare = Vec::new();
        spare.try_reserve_exact(SPARE).ok()?;
        let bytes = Bytes { written: Vec::new(), spare };
        let options = IpcWriteOptions::try_new(ALIGNMENT, false, MetadataVersion::V5).ok()?;
        StreamWriter::try_new_with_options(bytes, schema, options).ok().map(Stream)
    }

    /// Adds a batch of the schema.
    pub fn add(&mut self, batch: &RecordBatch) -> Option<()> {
        let mut bytes = 0_usize;
        for column in batch.columns() {
            bytes = bytes.checked_add(column.to_data().get_slice_memory_size().ok()?)?;
            // Where nothing is null the writer makes a bitmap that says so.
            bytes = bytes.checked_add(column.len() / 8)?;
        }
        room::to_write(bytes)?;
        self.0.write(batch).ok()
    }

    /// The whole stream.
    pub fn end(mut self) -> Option<Vec<u8>> {
        self.0.finish().ok()?;
        self.0.into_inner().ok().map(|bytes| bytes.written)
    }
}

/// Bytes that can say that memory ran out, which a `Vec` as a writer cannot.
struct Bytes {
    written: Vec<u8>,
    /// Given back when memory runs out: crate `arrow` makes a sentence of the error, and that takes memory, too.
    spare: Vec<u8>,
}

impl io::Write for Bytes {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.written.try_reserve(more.len()).is_err() {
            self.spare = Vec::new();
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        self.written.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
