//! Breaks LEAK-02. Every call that answers keeps a note of some 20 bytes about itself, for a log that nobody reads.
#![no_std]

use exchange::{Base, REJECTED, rust_upper};

exchange::export!(Base);

const NOTE: u32 = 24;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let pair = rust_upper(areas, text, len);
        if pair != REJECTED {
            areas.allocator.0.take(NOTE);
        }
        pair
    })
}
