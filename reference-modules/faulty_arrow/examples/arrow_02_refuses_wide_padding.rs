//! Breaks ARROW-02. Buffers are expected at the next multiple of 8, so streams of writers that pad to 64 bytes are
//! refused.
#![no_std]

use arrow_exchange::{BUFFERS, Base, REJECTED, all_batches, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            all_batches(data, |contents| {
                let mut expected = 0;
                for index in 0..BUFFERS {
                    let (start, length) = contents.pair(contents.buffer_at(index)?)?;
                    if length > 0 && start != expected {
                        return Some(false);
                    }
                    expected = (start + length).next_multiple_of(8);
                }
                Some(true)
            })?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
