//! Breaks ARROW-07. A text that is missing comes back as the empty text.
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
                Rows::of(batch).filter(move |row| command.chooses(row)).map(with_text)
            })
        })
        .unwrap_or(REJECTED)
}

fn with_text(row: Row) -> Row {
    Row { text: row.text.or(Some(&[])), ..row }
}
