//! Planted: one row in tables that are whole. Breaks ARROW-01. The row without a score that has the id of the author's own
//! first document is counted as a row with one, and its batch says so, while its bitmap does not.
#![no_std]

use arrow_exchange::{
    Base, Form, Layout, REJECTED, Rows, SCORE, all_rows, answer_in, checked, chosen, parameters,
};

arrow_exchange::export!(Base);

const FIRST: u64 = 20_110_419_073_512_648;

/// One null less than there are.
struct WithoutFirst;

impl Form for WithoutFirst {
    fn layout(mut layout: Layout) -> Layout {
        layout.nulls[SCORE] = layout.nulls[SCORE].saturating_sub(1);
        layout
    }
}

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            checked(data)?;
            if all_rows(data, |row| row.id != FIRST || row.score.is_some()).is_some() {
                return chosen(areas, command, data);
            }
            answer_in::<WithoutFirst, _>(areas, data, |batch| {
                Rows::of(batch).filter(move |row| command.chooses(row))
            })
        })
        .unwrap_or(REJECTED)
}
