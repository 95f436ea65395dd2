//! Breaks ARROW-02. A score that is not a number is taken for damage, and the stream is refused.
#![no_std]

use arrow_exchange::{Base, REJECTED, all_rows, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            all_rows(data, |row| !row.score.is_some_and(|bits| f64::from_bits(bits).is_nan()))?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
