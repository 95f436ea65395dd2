//! What stands in the buffers of a column. A buffer may be longer than its rows need: writers pad.

use crate::Fault;

/// A bit for each row: 1 where there is a value. May be left out where nothing is null.
pub fn validity(bitmap: &[u8], rows: usize, nulls: usize) -> Result<(), Fault> {
    if bitmap.is_empty() && nulls == 0 {
        return Ok(());
    }
    let whole = bitmap.get(..rows / 8).ok_or(Fault::Validity)?;
    let mut values = ones(whole);
    if rows % 8 != 0 {
        let last = bitmap.get(rows / 8).ok_or(Fault::Validity)?;
        values += (last & ((1 << (rows % 8)) - 1)).count_ones() as usize;
    }
    if values == rows - nulls { Ok(()) } else { Err(Fault::Validity) }
}

fn ones(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| byte.count_ones() as usize).sum()
}

/// A number of 64 bits for each row. Any bits are a number.
pub fn words(buffer: &[u8], rows: usize) -> Result<(), Fault> {
    let needed = rows.checked_mul(8).ok_or(Fault::Buffers)?;
    if buffer.len() >= needed { Ok(()) } else { Err(Fault::Buffers) }
}

/// Text, and where each row's begins and ends in it. Without rows there may be no offset at all.
///
/// The rows that are null have offsets, too, and their text is looked at like the others': readers do so.
pub fn text(offsets: &[u8], text: &[u8], rows: usize) -> Result<(), Fault> {
    if rows == 0 && offsets.is_empty() {
        return Ok(());
    }
    let needed = rows.checked_add(1).and_then(|count| count.checked_mul(4)).ok_or(Fault::Buffers)?;
    if offsets.len() % 4 != 0 || offsets.len() < needed {
        return Err(Fault::Buffers);
    }
    let (offsets, _padding) = offsets.split_at(needed);
    let first = offset(&offsets[..4])?;
    let last = offset(&offsets[needed - 4..])?;
    let used = text.get(first..last).ok_or(Fault::Offsets)?;
    core::str::from_utf8(used).map_err(|_| Fault::Text)?;
    let mut before = first;
    for bytes in offsets.chunks_exact(4) {
        let next = offset(bytes)?;
        if next < before || next > last {
            return Err(Fault::Offsets);
        }
        if next < last && is_inside_a_character(text[next]) {
            return Err(Fault::Text);
        }
        before = next;
    }
    Ok(())
}

fn offset(bytes: &[u8]) -> Result<usize, Fault> {
    let bytes = bytes.try_into().map_err(|_| Fault::Offsets)?;
    usize::try_from(i32::from_le_bytes(bytes)).map_err(|_| Fault::Offsets)
}

/// In UTF-8 every byte of a character but its first begins with the bits 10.
fn is_inside_a_character(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
