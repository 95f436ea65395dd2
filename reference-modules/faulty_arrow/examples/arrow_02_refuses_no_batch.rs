//! Breaks ARROW-02. A stream without a batch is refused, as if something were missing.
#![no_std]

use arrow_exchange::{Base, REJECTED, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            let stream = checked(data)?;
            if stream.batches == 0 {
                return None;
            }
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
