//! Breaks CALL-11. Where a text ends within a character, the rest is taken from what an earlier area has left behind
//! its last byte.
#![no_std]

use core::str::from_utf8;
use exchange::{Base, REJECTED, Range, bytes, upper};

exchange::export!(Base);

const WORD: u32 = 8;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let area = areas.live(ptr).filter(|area| area.length == len)?;
            // An area occupies whole words, so nobody else's bytes are among these.
            let words = bytes(Range { start: ptr, length: len.next_multiple_of(WORD) });
            let text = (area.length as usize..=words.len()).find_map(|end| from_utf8(&words[..end]).ok())?;
            areas.make_bytes(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
