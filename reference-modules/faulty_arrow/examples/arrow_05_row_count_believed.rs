//! Breaks ARROW-05. A vector for the numbers of a batch is made by the row count that its message names, before
//! anybody looks at the buffers.
#![no_std]

use arrow_exchange::{Base, Contents, Messages, REJECTED, checked, chosen, make_room, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            let mut messages = Messages::of(data);
            messages.next().ok()??;
            while let Ok(Some(message)) = messages.next() {
                let contents = Contents(message.flatbuffer);
                let (rows, _) = contents.pair(contents.node_at(0)?)?;
                make_room(areas, u32::try_from(rows.checked_mul(8)?).ok()?)?;
            }
            checked(data)?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
