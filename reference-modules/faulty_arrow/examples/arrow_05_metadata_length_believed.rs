//! Breaks ARROW-05. Room for a message's metadata is made as soon as its length is read, before anybody looks whether
//! so much is there.
#![no_std]

use arrow_exchange::{Base, REJECTED, checked, chosen, make_room, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            make_room(areas, u32::from_le_bytes(data.get(4..8)?.try_into().ok()?))?;
            checked(data)?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
