//! Breaks ARROW-03. Where offsets are wrong the rows are gone through once more, to count the good ones for a
//! message, and the bad one ends the module.
#![no_std]

use arrow_exchange::{Base, DATA, Fault, REJECTED, all_rows, check, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            match check(data, &DATA) {
                Ok(_) => chosen(areas, command, data),
                Err(Fault::Offsets) => {
                    // What the message was to say is not said any more; the count stayed.
                    all_rows(data, |row| row.text.is_none_or(|text| text.len() <= data.len()))?;
                    None
                }
                Err(_) => None,
            }
        })
        .unwrap_or(REJECTED)
}
