//! Breaks CALL-13. The text is taken as UTF-8 with an `unwrap`, so bytes that are none end the module.
#![no_std]

use exchange::{Base, REJECTED, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = utf8(areas.payload(text, len)?).unwrap();
            areas.make_bytes(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
