//! Breaks ARROW-04. Columns are taken by their position, so a table with other names, or the same ones exchanged,
//! passes.
#![no_std]

use arrow_exchange::{Base, Column, DATA, REJECTED, check, chosen, parameters, schema};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            let names = schema::names(data)?;
            let columns = [0, 1, 2].map(|index| Column { name: names[index], ..DATA[index] });
            check(data, &columns).ok()?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
