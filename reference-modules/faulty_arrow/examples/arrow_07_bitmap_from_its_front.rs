//! Breaks ARROW-07. Where rows are left out, the bitmap of the texts is taken over from its front, so other rows lose
//! their text.
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
                let rows = Rows::of(batch).filter(move |row| command.chooses(row));
                rows.zip(Rows::of(batch))
                    .map(|(row, front)| Row { text: front.text.and(row.text.or(Some(&[]))), ..row })
            })
        })
        .unwrap_or(REJECTED)
}
