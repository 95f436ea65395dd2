//! What a schema says of its columns, for guests that believe it.

use crate::columns::COLUMNS;
use crate::contents::Contents;
use ipc_check::{Header, Messages};

/// The names of the columns, if there are as many as expected.
pub fn names(data: &'static [u8]) -> Option<[&'static str; COLUMNS]> {
    let contents = schema(data)?;
    let mut names = [""; COLUMNS];
    for (index, name) in names.iter_mut().enumerate() {
        *name = core::str::from_utf8(contents.name(index, COLUMNS)?).ok()?;
    }
    Some(names)
}

/// Which columns may have nulls, if there are as many as expected.
pub fn nullable(data: &'static [u8]) -> Option<[bool; COLUMNS]> {
    let contents = schema(data)?;
    let mut nullable = [false; COLUMNS];
    for (index, may) in nullable.iter_mut().enumerate() {
        *may = contents.nullable(index, COLUMNS)?;
    }
    Some(nullable)
}

/// The number of the first column's type, if there is a column.
pub fn kind(data: &'static [u8]) -> Option<u8> {
    schema(data)?.first_kind()
}

/// The first column's time zone, if it has one.
pub fn zone(data: &'static [u8]) -> Option<&'static str> {
    core::str::from_utf8(schema(data)?.first_zone()?).ok()
}

fn schema(data: &'static [u8]) -> Option<Contents<'static>> {
    let message = Messages::of(data).next().ok()??;
    (message.header == Header::Schema).then_some(Contents(message.flatbuffer))
}
