//! One column of a schema: how its values are stored.

use crate::Fault;
use crate::flatbuffer::{Table, Vector};

/// A column.
pub struct Field<'a> {
    /// Whether a value may be missing.
    pub nullable: bool,
    /// How its values are stored.
    pub storage: Storage,
    /// The columns within.
    pub children: Option<Vector<'a>>,
}

/// How values are stored, behind the bitmap that all but the first have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// Not at all: each is null.
    Nothing,
    /// A bit for each.
    Bits,
    /// So many bytes for each.
    Fixed(usize),
    /// Offsets of so many bytes into bytes.
    Bytes(usize),
    /// The same, and the bytes are text.
    Text(usize),
    /// Offsets of so many bytes into the one column within.
    List(usize),
    /// So many values of the one column within for each.
    FixedList(usize),
    /// A value of each column within.
    Struct,
}

impl<'a> Field<'a> {
    /// The column that a table of the schema describes.
    pub fn of(table: &Table<'a>) -> Result<Self, Fault> {
        // With a dictionary the batches would hold keys instead of values.
        if table.has(4)? {
            return Err(Fault::Unsupported);
        }
        table.text(0)?;
        let details = table.table(3)?.ok_or(Fault::Schema)?;
        let storage = storage(table.u8(2, 0)?, &details)?;
        let children = table.vector(5, 4)?;
        let count = children.as_ref().map_or(0, |found| found.count);
        let fits = match storage {
            Storage::List(_) | Storage::FixedList(_) => count == 1,
            Storage::Struct => true,
            _ => count == 0,
        };
        if !fits {
            return Err(Fault::Schema);
        }
        Ok(Field { nullable: table.u8(1, 0)? != 0, storage, children })
    }
}

/// By the number of the type, with what the type says of itself. What decides nothing here is read all the same: it may lie
/// outside the message.
fn storage(kind: u8, details: &Table) -> Result<Storage, Fault> {
    Ok(match kind {
        1 => Storage::Nothing,
        2 => {
            details.u8(1, 0)?; // signed or not
            Storage::Fixed(bytes(details.i32(0, 0)?, &[8, 16, 32, 64])?)
        }
        3 => Storage::Fixed(2 << unit(details, 0, 2)?),
        4 => Storage::Bytes(4),
        5 => Storage::Text(4),
        6 => Storage::Bits,
        7 => {
            let size = bytes(details.i32(2, 128)?, &[32, 64, 128, 256])?;
            details.i32(1, 0)?; // how many digits are behind the point
            let most = [9, 18, 38, 76][size.ilog2() as usize - 2];
            Some(details.i32(0, 0)?).filter(|digits| (1..=most).contains(digits)).ok_or(Fault::Schema)?;
            Storage::Fixed(size)
        }
        8 => Storage::Fixed(4 << unit(details, 1, 1)?),
        9 => {
            // Seconds and their thousandths take 32 bits, all finer units 64.
            let fine = unit(details, 1, 3)? > 1;
            Storage::Fixed(bytes(details.i32(1, 32)?, if fine { &[64] } else { &[32] })?)
        }
        10 => {
            details.text(1)?;
            unit(details, 0, 3)?;
            Storage::Fixed(8)
        }
        11 => Storage::Fixed(4 << unit(details, 0, 2)?),
        12 => Storage::List(4),
        17 => {
            details.u8(0, 0)?; // keys in order or not
            Storage::List(4)
        }
        13 => Storage::Struct,
        15 => Storage::Fixed(size(details)?),
        16 => Storage::FixedList(size(details)?),
        18 => {
            unit(details, 1, 3)?;
            Storage::Fixed(8)
        }
        19 => Storage::Bytes(8),
        20 => Storage::Text(8),
        21 => Storage::List(8),
        _ => return Err(Fault::Unsupported),
    })
}

fn bytes(bits: i32, known: &[i32]) -> Result<usize, Fault> {
    if known.contains(&bits) { Ok(bits as usize / 8) } else { Err(Fault::Schema) }
}

fn unit(details: &Table, left_out: i16, most: i16) -> Result<i16, Fault> {
    Some(details.i16(0, left_out)?).filter(|unit| (0..=most).contains(unit)).ok_or(Fault::Schema)
}

fn size(details: &Table) -> Result<usize, Fault> {
    usize::try_from(details.i32(0, 0)?).map_err(|_| Fault::Schema)
}
