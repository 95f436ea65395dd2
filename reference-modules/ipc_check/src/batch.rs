//! One batch: how many rows, and every column's buffers.

use crate::flatbuffer::Vector;
use crate::framing::{Header, Message};
use crate::{Column, Fault, Kind, buffers, schema};

/// Checks a batch of these columns; how many rows it has.
pub fn check(message: &Message, columns: &[Column]) -> Result<usize, Fault> {
    if message.header != Header::Batch {
        return Err(Fault::Order);
    }
    let batch = &message.table;
    // Compressed bodies would name their real length themselves. Only views have a varying number of buffers.
    if batch.has(3)? || batch.vector(4, 8)?.is_some_and(|counts| counts.count != 0) {
        return Err(Fault::Unsupported);
    }
    schema::metadata(&message.envelope, 4, &mut { message.length })?;
    let rows = usize::try_from(batch.i64(0, 0)?).map_err(|_| Fault::Counts)?;
    let mut parts = Parts {
        nodes: batch.vector(1, 16)?.ok_or(Fault::Counts)?,
        next_node: 0,
        places: batch.vector(2, 16)?.ok_or(Fault::Counts)?,
        next_place: 0,
        body: message.body,
        taken: 0,
    };
    for column in columns {
        parts.column(column, rows)?;
    }
    let all = parts.next_node == parts.nodes.count && parts.next_place == parts.places.count;
    if all { Ok(rows) } else { Err(Fault::Counts) }
}

/// What is left of a batch, as columns take their parts one after the other.
struct Parts<'a> {
    nodes: Vector<'a>,
    next_node: usize,
    places: Vector<'a>,
    next_place: usize,
    body: &'a [u8],
    /// Up to here the body belongs to earlier buffers.
    taken: usize,
}

impl<'a> Parts<'a> {
    fn column(&mut self, column: &Column, rows: usize) -> Result<(), Fault> {
        let (length, nulls) = self.nodes.pair(self.next_node)?;
        self.next_node += 1;
        let nulls = usize::try_from(nulls).map_err(|_| Fault::Counts)?;
        if usize::try_from(length) != Ok(rows) || nulls > rows || (nulls > 0 && !column.nullable) {
            return Err(Fault::Counts);
        }
        buffers::validity(self.buffer()?, rows, nulls)?;
        match column.kind {
            Kind::UInt64 | Kind::Float64 | Kind::Seconds(_) => buffers::words(self.buffer()?, rows),
            Kind::Utf8 => buffers::text(self.buffer()?, self.buffer()?, rows),
            Kind::Struct(children) => children.iter().try_for_each(|child| self.column(child, rows)),
        }
    }

    /// The next buffer. All writers place them one behind the other, each at a multiple of 8.
    fn buffer(&mut self) -> Result<&'a [u8], Fault> {
        let (start, length) = self.places.pair(self.next_place)?;
        self.next_place += 1;
        let start = usize::try_from(start).map_err(|_| Fault::Buffers)?;
        let length = usize::try_from(length).map_err(|_| Fault::Buffers)?;
        let end = start.checked_add(length).ok_or(Fault::Buffers)?;
        let buffer = self.body.get(start..end).ok_or(Fault::Buffers)?;
        if length > 0 {
            if start % 8 != 0 || start < self.taken {
                return Err(Fault::Buffers);
            }
            self.taken = end;
        }
        Ok(buffer)
    }
}
