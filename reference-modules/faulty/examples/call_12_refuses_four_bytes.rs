//! Breaks CALL-12. Its own UTF-8 decoder knows characters of up to three bytes, so newer scripts and emoji are refused.
#![no_std]

use exchange::{Base, REJECTED, c_upper};

exchange::export!(Base);

/// The first byte of a character of four bytes is at least this.
const FOUR_BYTES: u8 = 0xF0;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|areas| match areas.c_string(text) {
        Some(text) if text.bytes().any(|byte| byte >= FOUR_BYTES) => REJECTED,
        _ => c_upper(areas, text),
    })
}
