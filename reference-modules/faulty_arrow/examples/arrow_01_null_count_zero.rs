//! Breaks ARROW-01. The batch says of every column that it has no nulls, whatever its bitmap says.
#![no_std]

use arrow_exchange::{Base, Form, Layout, REJECTED, Rows, answer_in, checked, parameters};

arrow_exchange::export!(Base);

struct Faulty;

impl Form for Faulty {
    fn layout(layout: Layout) -> Layout {
        Layout { nulls: [0; 3], ..layout }
    }
}

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            answer_in::<Faulty, _>(areas, data, |batch| {
                Rows::of(batch).filter(move |row| command.chooses(row))
            })
        })
        .unwrap_or(REJECTED)
}
