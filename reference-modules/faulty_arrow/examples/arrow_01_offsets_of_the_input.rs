//! Breaks ARROW-01. Where rows are left out, the texts move together, but the offsets are still those of the input.
#![no_std]

use arrow_exchange::{Base, Form, REJECTED, Rows, answer_in, checked, parameters};

arrow_exchange::export!(Base);

struct Faulty;

impl Form for Faulty {
    fn offset(_written: usize, source: usize) -> usize {
        source
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
