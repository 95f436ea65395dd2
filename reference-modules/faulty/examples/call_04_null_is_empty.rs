//! Breaks CALL-04. Address 0 is taken for the empty text, as a null pointer often is.
#![no_std]

use exchange::{Base, REJECTED, upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = if text == 0 { "" } else { areas.c_string(text)? };
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
