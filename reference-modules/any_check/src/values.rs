//! What stands in the buffers of a column. A buffer may be longer than its rows need: writers pad.

use crate::Fault;

/// A bit for each row: 1 where there is a value.
#[derive(Clone, Copy)]
pub struct Bitmap<'a> {
    /// Empty where nothing is null.
    bits: &'a [u8],
    /// How many rows.
    pub rows: usize,
}

impl<'a> Bitmap<'a> {
    /// The bitmap in a buffer, if it has so many nulls. It may be left out where nothing is null.
    pub fn of(buffer: &'a [u8], rows: usize, nulls: usize) -> Result<Self, Fault> {
        if buffer.is_empty() {
            return if nulls == 0 { Ok(Bitmap { bits: buffer, rows }) } else { Err(Fault::Validity) };
        }
        at_least(buffer, rows.div_ceil(8)).map_err(|_| Fault::Validity)?;
        let bitmap = Bitmap { bits: buffer, rows };
        let values = (0..rows).filter(|&row| bitmap.has(row)).count();
        if values == rows - nulls { Ok(bitmap) } else { Err(Fault::Validity) }
    }

    fn has(&self, row: usize) -> bool {
        self.bits.is_empty() || self.bits[row / 8] & (1 << (row % 8)) != 0
    }

    /// Whether there is a value in each row where the structure around has one. Rows without a bit are not counted: no
    /// byte says how many there can be.
    pub fn covers(&self, around: Option<Bitmap>) -> bool {
        self.bits.is_empty()
            || (0..self.rows).all(|row| self.has(row) || around.is_some_and(|around| !around.has(row)))
    }
}

/// That a buffer has so many bytes.
pub fn at_least(buffer: &[u8], needed: usize) -> Result<(), Fault> {
    if buffer.len() >= needed { Ok(()) } else { Err(Fault::Buffers) }
}

/// That offsets of so many bytes do not decrease, and end within so many bytes or values. Without rows there may be none.
pub fn offsets(buffer: &[u8], width: usize, rows: usize, most: usize) -> Result<(), Fault> {
    if rows == 0 && buffer.is_empty() {
        return Ok(());
    }
    let needed = rows.checked_add(1).and_then(|count| count.checked_mul(width)).ok_or(Fault::Buffers)?;
    at_least(buffer, needed)?;
    let mut before = 0;
    for row in 0..=rows {
        let next = offset(buffer, width, row)?;
        if next < before || next > most {
            return Err(Fault::Offsets);
        }
        before = next;
    }
    Ok(())
}

/// The same for text, which must be UTF-8 where it is not null.
pub fn texts(buffer: &[u8], width: usize, bitmap: Bitmap, text: &[u8]) -> Result<(), Fault> {
    offsets(buffer, width, bitmap.rows, text.len())?;
    for row in (0..bitmap.rows).filter(|&row| bitmap.has(row)) {
        let bytes = &text[offset(buffer, width, row)?..offset(buffer, width, row + 1)?];
        core::str::from_utf8(bytes).map_err(|_| Fault::Text)?;
    }
    Ok(())
}

/// The offset of a row, lowest byte first. A negative one is a great number here.
fn offset(buffer: &[u8], width: usize, row: usize) -> Result<usize, Fault> {
    let mut bytes = [0; 8];
    bytes[..width].copy_from_slice(&buffer[row * width..(row + 1) * width]);
    usize::try_from(u64::from_le_bytes(bytes)).map_err(|_| Fault::Offsets)
}
