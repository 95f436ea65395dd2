//! Breaks ARROW-07. Ids pass through a double on their way, and those above 2^53 lose their last bits.
#![no_std]

use arrow_exchange::{Base, REJECTED, Row, Rows, answer, checked, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            answer(areas, data, |batch| {
                Rows::of(batch).filter(move |row| command.chooses(row)).map(through_double)
            })
        })
        .unwrap_or(REJECTED)
}

fn through_double(row: Row) -> Row {
    Row { id: row.id as f64 as u64, ..row }
}
