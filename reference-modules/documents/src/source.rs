//! A stream that passed the check, read in place batch after batch.

use crate::room;
use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use arrow_ipc::convert::fb_to_schema;
use arrow_ipc::reader::read_record_batch;
use arrow_ipc::root_as_message;
use arrow_schema::SchemaRef;
use ipc_check::{Column, Messages, Stream};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::sync::Arc;

/// The batches of a stream. They point into the stream's bytes, so they must be gone before those are.
///
/// Crate `arrow` reads message by message here: its reader of whole streams brings along all that dictionaries need.
pub struct Source<'a> {
    schema: SchemaRef,
    checked: Stream,
    rest: Messages<'a>,
    bytes: PhantomData<&'a [u8]>,
}

impl<'a> Source<'a> {
    /// The stream, if it is one of these columns. Before the check says so, nothing is allocated and crate `arrow`
    /// sees no byte.
    #[inline(never)]
    pub fn open(bytes: &'a [u8], columns: &[Column]) -> Option<Self> {
        let checked = ipc_check::check(bytes, columns).ok()?;
        room::to_open(checked.schema_length, checked.longest_batch)?;
        let mut rest = Messages::of(bytes);
        let first = rest.next().ok()??;
        let message = root_as_message(first.flatbuffer).ok()?;
        let schema = Arc::new(fb_to_schema(message.header_as_schema()?));
        Some(Source { schema, checked, rest, bytes: PhantomData })
    }

    /// What the check found out.
    pub fn checked(&self) -> Stream {
        self.checked
    }

    /// The schema, with its metadata.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The next batch, or `Ok(None)` behind the last; `Err` when memory does not suffice, or crate `arrow` finds
    /// something that the check did not.
    #[inline(never)]
    pub fn next(&mut self) -> Result<Option<RecordBatch>, Unread> {
        room::to_read(self.checked.longest_batch).ok_or(Unread)?;
        let Some(found) = self.rest.next().map_err(|_| Unread)? else { return Ok(None) };
        let message = root_as_message(found.flatbuffer).map_err(|_| Unread)?;
        let batch = message.header_as_record_batch().ok_or(Unread)?;
        let start = NonNull::from(found.body).cast();
        // SAFETY: the bytes stay where they are for 'a and nobody writes to them: the host does not run during a call.
        // What is made of the buffer is dropped within the call, which answers with bytes of its own (`work.rs`).
        let body = unsafe { Buffer::from_custom_allocation(start, found.body.len(), Arc::new(())) };
        read_record_batch(&body, batch, self.schema.clone(), &HashMap::new(), None, &message.version())
            .map(Some)
            .map_err(|_| Unread)
    }
}

/// A batch could not be read.
pub struct Unread;
