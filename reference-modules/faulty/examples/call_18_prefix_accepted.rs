//! Breaks CALL-18. A length smaller than the area's is accepted, and the first bytes are taken for the whole text.
#![no_std]

use exchange::{Base, REJECTED, Range, bytes, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let area = areas.live(text).filter(|area| len <= area.length)?;
            let text = utf8(bytes(Range { length: len, ..area }))?;
            areas.make_bytes(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
