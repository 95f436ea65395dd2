//! Breaks ARROW-01. The last text of a batch is not padded: the body ends where the text does, and the next message
//! begins there.
#![no_std]

use arrow_exchange::{BUFFERS, Base, Form, Layout, REJECTED, Rows, answer_in, checked, parameters};

arrow_exchange::export!(Base);

struct Faulty;

impl Form for Faulty {
    fn layout(layout: Layout) -> Layout {
        let text = layout.buffers[BUFFERS - 1];
        Layout { body: text.start + text.length, ..layout }
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
