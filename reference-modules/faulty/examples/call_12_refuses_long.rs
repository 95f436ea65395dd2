//! Breaks CALL-12. Lengths are kept in 16 bits, so texts of 64 KiB and more are refused.
#![no_std]

use exchange::{Base, REJECTED, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    if u16::try_from(len).is_err() {
        return REJECTED;
    }
    GUEST.with(|areas| rust_upper(areas, text, len))
}
