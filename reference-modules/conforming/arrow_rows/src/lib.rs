//! A small guest that takes and gives tables, Apache Arrow streams, with a reader and a writer of its own.
//!
//! The steps are those of the crate `arrow_exchange`; the faulty guests in `faulty_arrow` are this one with one of them
//! done wrong. What a host asks for stands in the meta stream: `all` rows, or those that are `scored`.
#![no_std]

use arrow_exchange::{Base, REJECTED, rows_of};

arrow_exchange::export!(Base);

/// The rows of the stream `data` that the command in the stream `meta` chooses, batch by batch and in their order.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST.with(|areas| rows_of(areas, meta, meta_len, data, data_len)).unwrap_or(REJECTED)
}
