//! Breaks CALL-04. An empty text is served at any address but that of a live area: it has no bytes, so there is
//! nothing to look up.
#![no_std]

use exchange::{Base, REJECTED, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        if len == 0 && areas.live(text).is_none() {
            return areas.make_bytes(0, |_| {}).unwrap_or(REJECTED);
        }
        rust_upper(areas, text, len)
    })
}
