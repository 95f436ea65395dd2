//! The steps of a call that takes two Arrow IPC streams and answers with a third, in a few KB and without crate `arrow`.
//!
//! An honest function takes them in this order: look up both addresses, check both streams (crate `ipc_check`), read
//! the command, go through the rows in place, make areas for the result, write it. A faulty guest takes the same steps
//! and does one of them wrong.
//!
//! | stream | columns |
//! |---|---|
//! | meta, exactly one row | `command` Utf8 |
//! | data, and the result | `id` UInt64, `score` Float64 nullable, `text` Utf8 nullable |
#![no_std]

mod batch;
mod columns;
mod command;
mod contents;
mod form;
mod layout;
mod look;
mod memcmp;
mod rows;
pub mod schema;
mod write;

pub use batch::{Batch, Row};
pub use columns::{COLUMNS, DATA, META, SCORE, TEXT};
pub use command::Command;
pub use contents::Contents;
pub use exchange::{
    Allocator, Areas, Base, NonZero, REFUSED, REJECTED, RELEASED, Range, Tables, bytes, bytes_mut, export,
    memory,
};
pub use form::{END_MARKER, Form, Right};
pub use ipc_check::{Column, Fault, Kind, Message, Messages, Stream, check};
pub use layout::{BUFFERS, Layout, Place};
pub use look::{all_batches, all_rows, answer_from_copy, make_room};
pub use rows::Rows;
pub use write::{Sink, answer, answer_in};

/// What a call is given, looked up: the command, and the data as they are.
///
/// `None` where an address is no live area, a length is another one, or the meta stream is not what it should be.
pub fn parameters(
    areas: &Base,
    meta: u32,
    meta_len: u32,
    data: u32,
    data_len: u32,
) -> Option<(Command, &'static [u8])> {
    let command = Command::of(areas.payload(meta, meta_len)?)?;
    Some((command, areas.payload(data, data_len)?))
}

/// The data, if they are one whole stream of the columns [`DATA`].
pub fn checked(data: &[u8]) -> Option<Stream> {
    check(data, &DATA).ok()
}

/// The whole call.
pub fn rows_of(areas: &mut Base, meta: u32, meta_len: u32, data: u32, data_len: u32) -> Option<u32> {
    let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
    checked(data)?;
    chosen(areas, command, data)
}

/// What is left when the parameters were looked at: the rows that the command chooses, as areas for the host.
pub fn chosen(areas: &mut Base, command: Command, data: &[u8]) -> Option<u32> {
    answer(areas, data, |batch| Rows::of(batch).filter(move |row| command.chooses(row)))
}
