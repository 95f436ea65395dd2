//! One batch: each column takes its node and its buffers, then the columns within it take theirs.

use crate::Fault;
use crate::field::{Field, Storage};
use crate::flatbuffer::Vector;
use crate::framing::{Header, Message};
use crate::schema::metadata;
use crate::values::{self, Bitmap};

/// Checks a batch of these columns.
pub fn check(message: &Message, columns: &Option<Vector>) -> Result<(), Fault> {
    if message.header != Header::Batch {
        return Err(Fault::Order);
    }
    let batch = &message.table;
    // Compressed bodies would name their real length themselves. Only views have a varying number of buffers.
    if batch.has(3)? || batch.vector(4, 8)?.is_some_and(|counts| counts.count != 0) {
        return Err(Fault::Unsupported);
    }
    metadata(&message.envelope, 4, &mut { message.length })?;
    let rows = usize::try_from(batch.i64(0, 0)?).map_err(|_| Fault::Counts)?;
    let mut parts = Parts {
        nodes: batch.vector(1, 16)?,
        next_node: 0,
        places: batch.vector(2, 16)?,
        next_place: 0,
        body: message.body,
        taken: 0,
    };
    parts.columns(columns, Some(rows), None)?;
    parts.end()
}

/// What is left of a batch, as columns take their parts one after the other.
struct Parts<'a> {
    nodes: Option<Vector<'a>>,
    next_node: usize,
    places: Option<Vector<'a>>,
    next_place: usize,
    body: &'a [u8],
    /// Up to here the body belongs to earlier buffers.
    taken: usize,
}

impl<'a> Parts<'a> {
    /// Columns side by side, of so many rows or of as many as they say; around them may be a structure.
    fn columns(
        &mut self,
        columns: &Option<Vector>,
        rows: Option<usize>,
        around: Option<Bitmap<'a>>,
    ) -> Result<(), Fault> {
        let Some(columns) = columns else { return Ok(()) };
        (0..columns.count)
            .try_for_each(|index| self.column(&Field::of(&columns.table(index)?)?, rows, around))
    }

    fn column(
        &mut self,
        field: &Field,
        rows: Option<usize>,
        around: Option<Bitmap<'a>>,
    ) -> Result<(), Fault> {
        let (length, nulls) = self.nodes.as_ref().ok_or(Fault::Counts)?.pair(self.next_node)?;
        self.next_node += 1;
        let length = usize::try_from(length).map_err(|_| Fault::Counts)?;
        let nulls = usize::try_from(nulls).map_err(|_| Fault::Counts)?;
        if rows.is_some_and(|rows| rows != length) || nulls > length {
            return Err(Fault::Counts);
        }
        if field.storage == Storage::Nothing {
            return if nulls == length { Ok(()) } else { Err(Fault::Counts) };
        }
        let bitmap = Bitmap::of(self.buffer()?, length, nulls)?;
        if !field.nullable && !bitmap.covers(around) {
            return Err(Fault::Validity);
        }
        self.values(field, bitmap)
    }

    fn values(&mut self, field: &Field, bitmap: Bitmap<'a>) -> Result<(), Fault> {
        let rows = bitmap.rows;
        match field.storage {
            Storage::Nothing => Ok(()),
            Storage::Bits => values::at_least(self.buffer()?, rows.div_ceil(8)),
            Storage::Fixed(width) => values::at_least(self.buffer()?, times(rows, width)?),
            Storage::Bytes(width) => {
                let offsets = self.buffer()?;
                values::offsets(offsets, width, rows, self.buffer()?.len())
            }
            Storage::Text(width) => {
                let offsets = self.buffer()?;
                values::texts(offsets, width, bitmap, self.buffer()?)
            }
            Storage::List(width) => {
                let offsets = self.buffer()?;
                let values = self.nodes.as_ref().ok_or(Fault::Counts)?.pair(self.next_node)?.0;
                let values = usize::try_from(values).map_err(|_| Fault::Counts)?;
                values::offsets(offsets, width, rows, values)?;
                self.columns(&field.children, None, None)
            }
            Storage::FixedList(size) => self.columns(&field.children, Some(times(rows, size)?), None),
            Storage::Struct => self.columns(&field.children, Some(rows), Some(bitmap)),
        }
    }

    /// The next buffer. All writers place them one behind the other, each at a multiple of 8.
    fn buffer(&mut self) -> Result<&'a [u8], Fault> {
        let (start, length) = self.places.as_ref().ok_or(Fault::Counts)?.pair(self.next_place)?;
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

    /// Everything was taken.
    fn end(&self) -> Result<(), Fault> {
        let count = |parts: &Option<Vector>| parts.as_ref().map_or(0, |found| found.count);
        let all = self.next_node == count(&self.nodes) && self.next_place == count(&self.places);
        if all { Ok(()) } else { Err(Fault::Counts) }
    }
}

fn times(rows: usize, size: usize) -> Result<usize, Fault> {
    rows.checked_mul(size).ok_or(Fault::Buffers)
}
