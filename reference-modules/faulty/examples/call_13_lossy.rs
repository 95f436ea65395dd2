//! Breaks CALL-13. What is not UTF-8 is not rejected: each byte that is not ASCII becomes a question mark.
#![no_std]

use exchange::{Base, REJECTED, bytes, up_to_nul, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = up_to_nul(bytes(areas.live(text)?))?;
            areas.make_c_string(text.len(), |result| match utf8(text) {
                Some(text) => upper(text, result),
                None => result.iter_mut().zip(text).for_each(|(place, byte)| {
                    *place = if byte.is_ascii() { byte.to_ascii_uppercase() } else { b'?' }
                }),
            })
        })
        .unwrap_or(REJECTED)
}
