//! Breaks CALL-12. The empty text is refused, as if it were a missing one.
#![no_std]

use exchange::{Base, REJECTED, c_upper, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|areas| match areas.c_string(text) {
        Some("") => REJECTED,
        _ => c_upper(areas, text),
    })
}

/// The same for a text with its length.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| if len == 0 { REJECTED } else { rust_upper(areas, text, len) })
}
