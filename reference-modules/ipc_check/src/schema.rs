//! The columns that a stream must have, and whether its schema says so.

use crate::Fault;
use crate::flatbuffer::{Table, Vector};
use crate::framing::{Header, Message};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, to the letter.
    pub name: &'static str,
    /// What is in it.
    pub kind: Kind,
    /// Whether a value may be missing.
    pub nullable: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 64 bits without a sign.
    UInt64,
    /// A double.
    Float64,
    /// Text with offsets of 32 bits.
    Utf8,
    /// Seconds since 1970 in this time zone, as the schema spells it.
    Seconds(&'static str),
    /// Columns side by side.
    Struct(&'static [Column]),
}

/// Numbers of the types in a schema.
const INT: u8 = 2;
const FLOATING_POINT: u8 = 3;
const UTF8: u8 = 5;
const TIMESTAMP: u8 = 10;
const STRUCT: u8 = 13;

/// `FloatingPoint` with 64 bits.
const DOUBLE: i16 = 2;

/// Checks that a message is the schema of these columns. Custom metadata may say what it likes.
pub fn check(message: &Message, columns: &[Column]) -> Result<(), Fault> {
    if message.header != Header::Schema || !message.body.is_empty() {
        return Err(Fault::Order);
    }
    let schema = &message.table;
    if schema.i16(0, 0)? != 0 {
        return Err(Fault::Unsupported); // Numbers with the highest byte first.
    }
    // What the stream may make use of. That it does not is seen in each batch.
    schema.vector(3, 8)?;
    let mut budget = message.length;
    metadata(&message.envelope, 4, &mut budget)?;
    metadata(schema, 2, &mut budget)?;
    fields(schema.vector(1, 4)?, columns, &mut budget)
}

fn fields(found: Option<Vector>, columns: &[Column], budget: &mut usize) -> Result<(), Fault> {
    let Some(found) = found else { return if columns.is_empty() { Ok(()) } else { Err(Fault::Schema) } };
    if found.count != columns.len() {
        return Err(Fault::Schema);
    }
    for (index, column) in columns.iter().enumerate() {
        field(&found.table(index)?, column, budget)?;
    }
    Ok(())
}

fn field(found: &Table, column: &Column, budget: &mut usize) -> Result<(), Fault> {
    let same = found.text(0)? == Some(column.name) && (found.u8(1, 0)? != 0) == column.nullable;
    // With a dictionary the batches would hold keys instead of values.
    if !same || found.has(4)? {
        return Err(Fault::Schema);
    }
    let details = found.table(3)?.ok_or(Fault::Schema)?;
    let same = match (column.kind, found.u8(2, 0)?) {
        (Kind::UInt64, INT) => details.i32(0, 0)? == 64 && details.u8(1, 0)? == 0,
        (Kind::Float64, FLOATING_POINT) => details.i16(0, 0)? == DOUBLE,
        (Kind::Utf8, UTF8) | (Kind::Struct(_), STRUCT) => true,
        (Kind::Seconds(zone), TIMESTAMP) => details.i16(0, 0)? == 0 && details.text(1)? == Some(zone),
        _ => false,
    };
    if !same {
        return Err(Fault::Schema);
    }
    metadata(found, 6, budget)?;
    let children = if let Kind::Struct(children) = column.kind { children } else { &[] };
    fields(found.vector(5, 4)?, children, budget)
}

/// Keys and values that the stream's maker added. In a flatbuffer many of them can be one and the same text, which a
/// reader copies each time: so all of them together may not be longer than the message that they come in.
pub fn metadata(table: &Table, number: usize, budget: &mut usize) -> Result<(), Fault> {
    let Some(entries) = table.vector(number, 4)? else { return Ok(()) };
    for index in 0..entries.count {
        let entry = entries.table(index)?;
        for part in [entry.text(0)?, entry.text(1)?] {
            let length = part.map_or(0, str::len);
            *budget = budget.checked_sub(length).ok_or(Fault::Metadata)?;
        }
    }
    Ok(())
}
