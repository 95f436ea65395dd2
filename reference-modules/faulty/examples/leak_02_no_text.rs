//! Breaks LEAK-02. A call without any text keeps a note of some 20 bytes about it, for somebody will want to know who makes such calls.
#![no_std]

use exchange::{Base, REJECTED, rust_upper};

exchange::export!(Base);

const NOTE: u32 = 24;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let pair = rust_upper(areas, text, len);
        if pair != REJECTED && len == 0 {
            areas.allocator.0.take(NOTE);
        }
        pair
    })
}
