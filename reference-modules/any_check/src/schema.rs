//! The schema: which columns there are.

use crate::Fault;
use crate::field::Field;
use crate::flatbuffer::{Table, Vector};
use crate::framing::{Header, Message};

/// A column within a column within a column: no deeper than a stack of 64 KiB bears.
const DEEPEST: usize = 16;

/// The columns in a message that is a schema, each looked at with all that is in it.
pub fn columns<'a>(message: &Message<'a>) -> Result<Option<Vector<'a>>, Fault> {
    if message.header != Header::Schema || !message.body.is_empty() {
        return Err(Fault::Order);
    }
    let schema = &message.table;
    if schema.i16(0, 0)? != 0 {
        return Err(Fault::Unsupported); // Numbers with the highest byte first.
    }
    schema.vector(3, 8)?;
    // In a flatbuffer many columns can be one and the same; all of them together may not be longer than the message.
    let mut budget = message.length;
    metadata(&message.envelope, 4, &mut budget)?;
    metadata(schema, 2, &mut budget)?;
    let columns = schema.vector(1, 4)?;
    fields(columns.as_ref(), DEEPEST, &mut budget)?;
    Ok(columns)
}

fn fields(found: Option<&Vector>, deepest: usize, budget: &mut usize) -> Result<(), Fault> {
    let Some(found) = found else { return Ok(()) };
    for index in 0..found.count {
        *budget = budget.checked_sub(8).ok_or(Fault::Metadata)?;
        let table = found.table(index)?;
        metadata(&table, 6, budget)?;
        let field = Field::of(&table)?;
        let children = deepest.checked_sub(1).ok_or(Fault::Unsupported)?;
        fields(field.children.as_ref(), children, budget)?;
    }
    Ok(())
}

/// Keys and values that the stream's maker added.
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
