//! The result: its length first, then the area, then the bytes. No memory is needed but what the host gets.

use crate::columns::COLUMNS;
use crate::form::{Form, Right};
use crate::layout::{CONTENTS, Layout, PREFIX};
use crate::{Batch, Row};
use exchange::Base;
use ipc_check::Messages;

/// Writes from the front to the back.
pub struct Sink<'a>(pub &'a mut [u8]);

impl<'a> Sink<'a> {
    /// The next bytes, to be written.
    pub fn next(&mut self, length: usize) -> &'a mut [u8] {
        let (next, rest) = core::mem::take(&mut self.0).split_at_mut(length);
        self.0 = rest;
        next
    }

    /// Writes bytes.
    pub fn put(&mut self, bytes: &[u8]) {
        self.next(bytes.len()).copy_from_slice(bytes);
    }
}

/// A stream with the schema of the data, and for each of its batches one with the rows that are wanted of it: as areas for
/// the host, or `None` when there is no memory for them. The data have passed the check.
pub fn answer<'a, I: Iterator<Item = Row<'a>> + Clone>(
    areas: &mut Base,
    data: &'a [u8],
    wanted: impl Fn(Batch<'a>) -> I,
) -> Option<u32> {
    answer_in::<Right, I>(areas, data, wanted)
}

/// The same, written in some form.
pub fn answer_in<'a, F: Form, I: Iterator<Item = Row<'a>> + Clone>(
    areas: &mut Base,
    data: &'a [u8],
    wanted: impl Fn(Batch<'a>) -> I,
) -> Option<u32> {
    let mut schema = Messages::of(data);
    let length = schema.next().ok()??.length;
    let mut size = length + F::END.len();
    each_batch(data, |batch| size = size.saturating_add(Layout::of::<F>(wanted(batch)).message()));
    areas.make_bytes(size, |area| {
        let mut sink = Sink(area);
        sink.put(&data[..length]);
        each_batch(data, |batch| message::<F>(&mut sink, wanted(batch)));
        sink.put(F::END);
    })
}

fn each_batch<'a>(data: &'a [u8], mut work: impl FnMut(Batch<'a>)) {
    let mut messages = Messages::of(data);
    while let Ok(Some(message)) = messages.next() {
        if let Some(batch) = Batch::of(&message) {
            work(batch);
        }
    }
}

fn message<'a, F: Form>(sink: &mut Sink, rows: impl Iterator<Item = Row<'a>> + Clone) {
    let layout = Layout::of::<F>(rows.clone());
    sink.put(&u32::MAX.to_le_bytes());
    sink.put(&(CONTENTS as u32).to_le_bytes());
    contents(&layout, sink.next(CONTENTS));
    body::<F>(&layout, rows, sink.next(layout.message() - PREFIX - CONTENTS));
}

/// The table of contents, a flatbuffer that always has the same parts in the same places:
/// 4 the fields of the message, 16 the message, 36 the fields of the batch, 48 the batch, 68 its nodes, 124 its buffers.
fn contents(layout: &Layout, bytes: &mut [u8]) {
    let mut u16s = |at: usize, values: &[u16]| {
        for (i, value) in values.iter().enumerate() {
            bytes[at + 2 * i..][..2].copy_from_slice(&value.to_le_bytes());
        }
    };
    // A table's fields: how long this list is, how long the table is, where in the table each field stands.
    u16s(4, &[12, 20, 16, 18, 4, 8]);
    u16s(36, &[10, 20, 8, 4, 16]);
    // Version 5 of the format, and the kind of message: a batch.
    u16s(32, &[4, 3]);
    let mut u32s = |at: usize, value: usize| bytes[at..][..4].copy_from_slice(&(value as u32).to_le_bytes());
    u32s(0, 16);
    u32s(16, 16 - 4);
    u32s(20, 48 - 20);
    u32s(48, 48 - 36);
    u32s(52, 68 - 52);
    u32s(64, 124 - 64);
    u32s(68, COLUMNS);
    u32s(124, layout.buffers.len());
    let mut u64s = |at: usize, value: usize| bytes[at..][..8].copy_from_slice(&(value as u64).to_le_bytes());
    u64s(24, layout.body);
    u64s(56, layout.rows);
    for (column, nulls) in layout.nulls.iter().enumerate() {
        u64s(72 + 16 * column, layout.rows);
        u64s(80 + 16 * column, *nulls);
    }
    for (index, place) in layout.buffers.iter().enumerate() {
        u64s(128 + 16 * index, place.start);
        u64s(136 + 16 * index, place.length);
    }
}

/// The buffers, in an area of zeros.
fn body<'a, F: Form>(layout: &Layout, rows: impl Iterator<Item = Row<'a>>, bytes: &mut [u8]) {
    let mut put = |buffer: usize, at: usize, value: &[u8]| {
        bytes[layout.buffers[buffer].start + at..][..value.len()].copy_from_slice(value);
    };
    let mut written = 0;
    let (mut scores, mut texts) = (Bits::default(), Bits::default());
    for (index, row) in rows.enumerate() {
        put(1, 8 * index, &row.id.to_le_bytes());
        put(3, 8 * index, &row.score.unwrap_or(0).to_le_bytes());
        put(5, 4 * index, &(F::offset(written, row.offset) as u32).to_le_bytes());
        let text = row.text.unwrap_or(&[]);
        put(6, written, text);
        written += text.len();
        put(5, 4 * (index + 1), &(F::offset(written, row.offset + text.len()) as u32).to_le_bytes());
        if layout.buffers[2].length > 0 {
            put(2, index / 8, &[scores.with(index, row.score.is_some())]);
        }
        if layout.buffers[4].length > 0 {
            put(4, index / 8, &[texts.with(index, row.text.is_some())]);
        }
    }
}

/// The byte of a bitmap that is being written.
#[derive(Default)]
struct Bits(u8);

impl Bits {
    fn with(&mut self, index: usize, set: bool) -> u8 {
        if index % 8 == 0 {
            self.0 = 0;
        }
        self.0 |= u8::from(set) << (index % 8);
        self.0
    }
}
