//! Whether bytes are an Arrow IPC stream of one schema. Reads them, and allocates nothing.
//!
//! Readers are written for streams that come from writers. On streams that come from an enemy, or from a cable that was
//! pulled, crate `arrow` panics at one in eight (version 58; buffers outside the body, offsets of odd lengths, types it
//! has no name for), and it claims the memory that a length names before it looks whether so much is there. A guest has
//! to reject such a stream without a trap and without a claim. So everything is looked at here first, and only what
//! passes is given to the crate:
//!
//! 1. framing: whole messages one after the other, an end marker, nothing behind it (`framing.rs`),
//! 2. each message's table of contents, a flatbuffer (`flatbuffer.rs`),
//! 3. the schema, which must be the expected one (`schema.rs`),
//! 4. each batch: counts, places of the buffers, validity, offsets, text (`batch.rs`, `buffers.rs`).
//!
//! Some streams that the format allows are rejected, too, because nobody writes them today or because a guest is better
//! off without: compressed bodies, dictionaries, big-endian numbers, the framing from before Arrow 0.15, buffers that
//! overlap (a stream of n bytes could name tables of many times n), metadata that is named many times over.
#![cfg_attr(not(test), no_std)]

mod batch;
mod buffers;
mod fault;
mod flatbuffer;
mod framing;
mod schema;

#[cfg(test)]
mod tests;

pub use fault::Fault;
pub use framing::{Header, Message, Messages};
pub use schema::{Column, Kind};

/// A stream that passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// How many rows all batches have together.
    pub rows: u64,
    /// How many batches there are.
    pub batches: u64,
    /// The length of the schema's message in bytes.
    pub schema_length: usize,
    /// The length of the longest batch's message in bytes, its body included.
    pub longest_batch: usize,
}

/// Checks that the bytes are one whole stream of these columns: schema, batches, end marker, and not a byte more.
pub fn check(bytes: &[u8], columns: &[Column]) -> Result<Stream, Fault> {
    let mut messages = framing::Messages::of(bytes);
    let first = messages.next()?.ok_or(Fault::Order)?;
    schema::check(&first, columns)?;
    let mut stream = Stream { rows: 0, batches: 0, schema_length: first.length, longest_batch: 0 };
    while let Some(message) = messages.next()? {
        let rows = batch::check(&message, columns)?;
        stream.rows = stream.rows.saturating_add(rows as u64);
        stream.batches += 1;
        stream.longest_batch = stream.longest_batch.max(message.length);
    }
    Ok(stream)
}
