//! Breaks CALL-06. A length greater than the area's is silently cut down to it.
#![no_std]

use exchange::{Base, REJECTED, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let Some(area) = areas.live(text) else {
            return REJECTED;
        };
        let len = if len > area.length { area.length } else { len };
        rust_upper(areas, text, len)
    })
}
