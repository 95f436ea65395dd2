//! Flatbuffers, read by position. Each position is checked before something is read there; nothing is believed.
//!
//! Numbers lie at multiples of their size, counted from the flatbuffer's start, and text has a NUL behind it: readers
//! insist on both.

use crate::Fault;

/// Numbers at a position, lowest byte first.
pub mod read {
    use crate::Fault;

    /// The bytes from `at` on.
    pub fn bytes(buffer: &[u8], at: usize, length: usize) -> Result<&[u8], Fault> {
        let end = at.checked_add(length).ok_or(Fault::Flatbuffer)?;
        buffer.get(at..end).ok_or(Fault::Flatbuffer)
    }

    fn array<const N: usize>(buffer: &[u8], at: usize) -> Result<[u8; N], Fault> {
        bytes(buffer, at, N)?.try_into().map_err(|_| Fault::Flatbuffer)
    }

    /// 16 bits.
    pub fn u16(buffer: &[u8], at: usize) -> Result<u16, Fault> {
        array(buffer, at).map(u16::from_le_bytes)
    }

    /// 16 bits with a sign.
    pub fn i16(buffer: &[u8], at: usize) -> Result<i16, Fault> {
        array(buffer, at).map(i16::from_le_bytes)
    }

    /// 32 bits.
    pub fn u32(buffer: &[u8], at: usize) -> Result<u32, Fault> {
        array(buffer, at).map(u32::from_le_bytes)
    }

    /// 32 bits with a sign.
    pub fn i32(buffer: &[u8], at: usize) -> Result<i32, Fault> {
        array(buffer, at).map(i32::from_le_bytes)
    }

    /// 64 bits with a sign.
    pub fn i64(buffer: &[u8], at: usize) -> Result<i64, Fault> {
        array(buffer, at).map(i64::from_le_bytes)
    }
}

/// A table: fields by number, each of which may be left out.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    buffer: &'a [u8],
    start: usize,
    /// How many bytes the fields take.
    size: usize,
    /// Where each field lies, two bytes a field.
    places: &'a [u8],
}

/// Elements of one size, one after the other.
#[derive(Clone, Copy)]
pub struct Vector<'a> {
    buffer: &'a [u8],
    start: usize,
    size: usize,
    /// How many elements there are.
    pub count: usize,
}

impl<'a> Table<'a> {
    /// The table that a flatbuffer is about.
    pub fn root(buffer: &'a [u8]) -> Result<Self, Fault> {
        Table::at(buffer, target(buffer, 0)?)
    }

    fn at(buffer: &'a [u8], start: usize) -> Result<Self, Fault> {
        let back = i64::from(read::i32(buffer, aligned(start, 4)?)?);
        let places = usize::try_from(start as i64 - back).map_err(|_| Fault::Flatbuffer)?;
        let places = aligned(places, 2)?;
        let length = usize::from(read::u16(buffer, places)?);
        let size = usize::from(read::u16(buffer, places + 2)?);
        // Length and size stand there themselves, in front of the first field.
        let fields = length.checked_sub(4).filter(|bytes| bytes % 2 == 0).ok_or(Fault::Flatbuffer)?;
        let places = read::bytes(buffer, places + 4, fields)?;
        read::bytes(buffer, start, size)?;
        Ok(Table { buffer, start, size, places })
    }

    /// Where a field of some bytes lies, if the table has it.
    fn field(&self, number: usize, length: usize) -> Result<Option<usize>, Fault> {
        if 2 * number >= self.places.len() {
            return Ok(None);
        }
        match usize::from(read::u16(self.places, 2 * number)?) {
            0 => Ok(None),
            // Where the table begins stands how far its list of places is.
            at @ 4.. if at + length <= self.size => aligned(self.start + at, length).map(Some),
            _ => Err(Fault::Flatbuffer),
        }
    }

    /// A byte, or what is meant where it is left out.
    pub fn u8(&self, number: usize, left_out: u8) -> Result<u8, Fault> {
        let Some(at) = self.field(number, 1)? else { return Ok(left_out) };
        read::bytes(self.buffer, at, 1).map(|bytes| bytes[0])
    }

    /// The same for 16 bits.
    pub fn i16(&self, number: usize, left_out: i16) -> Result<i16, Fault> {
        let Some(at) = self.field(number, 2)? else { return Ok(left_out) };
        read::i16(self.buffer, at)
    }

    /// The same for 32 bits.
    pub fn i32(&self, number: usize, left_out: i32) -> Result<i32, Fault> {
        let Some(at) = self.field(number, 4)? else { return Ok(left_out) };
        read::i32(self.buffer, at)
    }

    /// The same for 64 bits.
    pub fn i64(&self, number: usize, left_out: i64) -> Result<i64, Fault> {
        let Some(at) = self.field(number, 8)? else { return Ok(left_out) };
        read::i64(self.buffer, at)
    }

    /// Whether the table has a field that points elsewhere.
    pub fn has(&self, number: usize) -> Result<bool, Fault> {
        self.field(number, 4).map(|at| at.is_some())
    }

    /// Another table.
    pub fn table(&self, number: usize) -> Result<Option<Table<'a>>, Fault> {
        let Some(at) = self.field(number, 4)? else { return Ok(None) };
        Table::at(self.buffer, target(self.buffer, at)?).map(Some)
    }

    /// Elements of `size` bytes.
    pub fn vector(&self, number: usize, size: usize) -> Result<Option<Vector<'a>>, Fault> {
        let Some(at) = self.field(number, 4)? else { return Ok(None) };
        let count_at = aligned(target(self.buffer, at)?, 4)?;
        let count = read::u32(self.buffer, count_at)? as usize;
        let start = aligned(count_at + 4, size.min(8))?;
        let length = count.checked_mul(size).ok_or(Fault::Flatbuffer)?;
        read::bytes(self.buffer, start, length)?;
        Ok(Some(Vector { buffer: self.buffer, start, size, count }))
    }

    /// Text.
    pub fn text(&self, number: usize) -> Result<Option<&'a str>, Fault> {
        let Some(bytes) = self.vector(number, 1)? else { return Ok(None) };
        if read::bytes(bytes.buffer, bytes.start + bytes.count, 1)? != [0] {
            return Err(Fault::Flatbuffer);
        }
        let bytes = read::bytes(bytes.buffer, bytes.start, bytes.count)?;
        core::str::from_utf8(bytes).map(Some).map_err(|_| Fault::Flatbuffer)
    }
}

impl<'a> Vector<'a> {
    /// Where an element lies.
    fn place(&self, index: usize) -> Result<usize, Fault> {
        if index < self.count { Ok(self.start + index * self.size) } else { Err(Fault::Counts) }
    }

    /// An element that is a pair of 64-bit numbers.
    pub fn pair(&self, index: usize) -> Result<(i64, i64), Fault> {
        let at = self.place(index)?;
        Ok((read::i64(self.buffer, at)?, read::i64(self.buffer, at + 8)?))
    }

    /// An element that is a table.
    pub fn table(&self, index: usize) -> Result<Table<'a>, Fault> {
        Table::at(self.buffer, target(self.buffer, self.place(index)?)?)
    }
}

/// What the reference at a position points to.
fn target(buffer: &[u8], at: usize) -> Result<usize, Fault> {
    at.checked_add(read::u32(buffer, at)? as usize).ok_or(Fault::Flatbuffer)
}

fn aligned(at: usize, size: usize) -> Result<usize, Fault> {
    if at % size == 0 { Ok(at) } else { Err(Fault::Flatbuffer) }
}
