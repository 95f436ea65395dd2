//! Breaks ARROW-07. Rows are taken eight at a time, as many as a byte of a bitmap has, and those behind the last
//! eight of a batch are lost.
#![no_std]

use arrow_exchange::{Base, REJECTED, Rows, answer, checked, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            answer(areas, data, |batch| {
                Rows::some(batch, batch.rows / 8 * 8).filter(move |row| command.chooses(row))
            })
        })
        .unwrap_or(REJECTED)
}
