//! Breaks ARROW-07. The rows are gone through twice, first those with a text, then the others, which so come last in
//! their batch.
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
                let rows = Rows::of(batch).filter(move |row| command.chooses(row));
                rows.clone().filter(|row| row.text.is_some()).chain(rows.filter(|row| row.text.is_none()))
            })
        })
        .unwrap_or(REJECTED)
}
