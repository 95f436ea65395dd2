//! Breaks ARROW-03. Where offsets decrease the text is taken for an empty one, instead of the stream for a broken
//! one.
#![no_std]

use arrow_exchange::{Base, Contents, REJECTED, answer_from_copy, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            answer_from_copy(areas, command, data, |message, copy| {
                let contents = Contents(message.flatbuffer);
                let (start, length) = contents.pair(contents.buffer_at(5)?)?;
                let body = copy.len() - message.body.len();
                let mut before = 0;
                for bytes in copy.get_mut(body + start..)?.get_mut(..length)?.chunks_exact_mut(4) {
                    let offset = i32::from_le_bytes(bytes.try_into().ok()?);
                    before = before.max(offset);
                    bytes.copy_from_slice(&before.to_le_bytes());
                }
                Some(())
            })
        })
        .unwrap_or(REJECTED)
}
