//! Breaks ARROW-02. Every column is expected to have a bitmap, also where nothing is null and writers leave it out.
#![no_std]

use arrow_exchange::{Base, REJECTED, SCORE, TEXT, all_batches, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            all_batches(data, |contents| {
                let (rows, _) = contents.pair(contents.node_at(0)?)?;
                let bitmap =
                    |column: usize| contents.pair(contents.buffer_at(2 * column)?).map(|(_, length)| length);
                Some(rows == 0 || (bitmap(SCORE)? > 0 && bitmap(TEXT)? > 0))
            })?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
