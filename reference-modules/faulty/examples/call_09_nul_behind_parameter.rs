//! Breaks CALL-09. Texts that end with a step of 16 bytes are given a NUL behind them, so that a loop in such steps stops:
//! where another area begins right there, it loses its first byte.
#![no_std]

use exchange::{Base, memory, rust_upper};

exchange::export!(Base);

const STEP: u32 = 16;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let full_step = len > 0 && len % STEP == 0;
        if full_step && areas.text(text, len).is_some() && u64::from(text + len) < memory::end() {
            memory::write_byte(text + len, 0);
        }
        rust_upper(areas, text, len)
    })
}
