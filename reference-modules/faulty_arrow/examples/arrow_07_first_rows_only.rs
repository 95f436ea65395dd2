//! Breaks ARROW-07. At most 1024 rows of a batch are answered, as many as the batches of the author have.
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
                Rows::some(batch, batch.rows.min(1024)).filter(move |row| command.chooses(row))
            })
        })
        .unwrap_or(REJECTED)
}
