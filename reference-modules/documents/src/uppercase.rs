//! `uppercase`: the content of each document in upper case.

use crate::columns::{self, CONTENT};
use crate::room;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};
use std::sync::Arc;

/// The batch with its content changed, for all letters of Unicode. A letter's upper case can be longer than the letter
/// ("ß" becomes "SS"), up to three times: so the vectors ask for each byte, and the offsets may not suffice.
pub fn content(batch: &RecordBatch) -> Option<RecordBatch> {
    let (text, offsets) = upper(columns::text(batch, CONTENT)?)?;
    // The vectors may have taken the last of the memory.
    room::ask(0)?;
    // Checked by the crate once more: offsets in order, text that is UTF-8.
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    let content = StringArray::try_new(offsets, Buffer::from_vec(text), None).ok()?;
    let mut columns = batch.columns().to_vec();
    *columns.get_mut(CONTENT)? = Arc::new(content) as ArrayRef;
    RecordBatch::try_new(batch.schema(), columns).ok()
}

/// The text of all rows one behind the other, and where each begins and the last ends.
#[inline(never)]
fn upper(rows: &StringArray) -> Option<(Vec<u8>, Vec<i32>)> {
    let mut text = Vec::new();
    let mut offsets = Vec::new();
    offsets.try_reserve_exact(rows.value_offsets().len()).ok()?;
    offsets.push(0);
    for row in rows.iter() {
        for letter in row.unwrap_or_default().chars().flat_map(char::to_uppercase) {
            let mut bytes = [0; 4];
            let bytes = letter.encode_utf8(&mut bytes).as_bytes();
            text.try_reserve(bytes.len()).ok()?;
            text.extend_from_slice(bytes);
        }
        offsets.push(i32::try_from(text.len()).ok()?);
    }
    Some((text, offsets))
}
