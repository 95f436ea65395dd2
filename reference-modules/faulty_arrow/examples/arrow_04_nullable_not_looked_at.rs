//! Breaks ARROW-04. Whether the schema calls a column nullable is not looked at: what matters is whether there are
//! nulls, the author thought.
#![no_std]

use arrow_exchange::{Base, Column, DATA, REJECTED, check, chosen, parameters, schema};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            let nullable = schema::nullable(data)?;
            // The id is as the agreement has it; a score and a text may be missing or not.
            let columns = [0, 1, 2].map(|index| Column { nullable: nullable[index], ..DATA[index] });
            check(data, &columns).ok()?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}
