//! Breaks CALL-13. Its own check of UTF-8 lets surrogates pass, the halves of characters in UTF-16, which are no
//! characters; each of them counts as one.
#![no_std]

use core::str;
use exchange::{Base, Decimal, REJECTED};

exchange::export!(Base);

/// The number of characters in the text, as text.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_count(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let count = Decimal::of(count(areas.payload(text, len)?)? as u32);
            areas.make_bytes(count.bytes().len(), |result| result.copy_from_slice(count.bytes()))
        })
        .unwrap_or(REJECTED)
}

/// Counts the characters of what is text up to surrogates.
fn count(mut rest: &[u8]) -> Option<usize> {
    let mut count = 0;
    loop {
        match str::from_utf8(rest) {
            Ok(text) => return Some(count + text.chars().count()),
            Err(stop) => {
                let (text, after) = rest.split_at(stop.valid_up_to());
                let [0xED, 0xA0..=0xBF, 0x80..=0xBF, after @ ..] = after else {
                    return None;
                };
                count += str::from_utf8(text).ok()?.chars().count() + 1;
                rest = after;
            }
        }
    }
}
