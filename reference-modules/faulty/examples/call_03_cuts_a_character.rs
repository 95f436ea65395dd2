//! Breaks CALL-03. The result is cut to 63 bytes, in the middle of a character if one lies there.
#![no_std]

use exchange::{Base, REJECTED};

exchange::export!(Base);

const MOST: usize = 63;

/// The first bytes of the text, in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(text)?;
            let short = text.len().min(MOST);
            areas.make_c_string(short, |result| {
                result.copy_from_slice(&text.as_bytes()[..short]);
                result.make_ascii_uppercase();
            })
        })
        .unwrap_or(REJECTED)
}
