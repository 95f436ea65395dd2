//! Breaks ARROW-02. A batch without a row is refused, though writers make them at the end of a table.
#![no_std]

use arrow_exchange::{Base, REJECTED, all_batches, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            all_batches(data, |contents| Some(contents.pair(contents.node_at(0)?)?.0 > 0))?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
