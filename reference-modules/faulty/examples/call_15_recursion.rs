//! Breaks CALL-15. The text is walked by a function that calls itself for every byte, and a long text needs more stack
//! than there is.
#![no_std]

use core::hint::black_box;
use exchange::{Base, REJECTED};

exchange::export!(Base);

/// Upper case, the last byte first.
#[inline(never)]
fn upper(text: &[u8], result: &mut [u8]) {
    if let ([first, rest @ ..], [place, places @ ..]) = (text, result) {
        upper(black_box(rest), places);
        *place = first.to_ascii_uppercase();
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.text(text, len)?;
            areas.make_bytes(text.len(), |result| upper(text.as_bytes(), result))
        })
        .unwrap_or(REJECTED)
}
