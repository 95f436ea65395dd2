//! Breaks ARROW-03. Text that is not UTF-8 is not rejected: each byte that is not ASCII becomes a question mark.
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
                let (start, length) = contents.pair(contents.buffer_at(6)?)?;
                let body = copy.len() - message.body.len();
                let text = copy.get_mut(body + start..)?.get_mut(..length)?;
                if core::str::from_utf8(text).is_err() {
                    text.iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'?');
                }
                Some(())
            })
        })
        .unwrap_or(REJECTED)
}
