//! Breaks CALL-09. The answer to an empty text is written as an empty `String` of Rust, which has a third number, how many
//! bytes it could have; the area has room for two, so the third lands in what lies behind.
#![no_std]

use exchange::{Base, REJECTED, memory, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let pair = rust_upper(areas, text, len);
        let third = pair + 8;
        if len == 0 && pair != REJECTED && u64::from(third) + 4 <= memory::end() {
            memory::write(third, 0);
        }
        pair
    })
}
