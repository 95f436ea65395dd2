//! Breaks CALL-11. The check sum at the result's end is taken over whole words of 8 bytes, and so over what an earlier
//! area has left behind the text's last byte.
#![no_std]

use exchange::{Base, REJECTED, Range, bytes, upper};

exchange::export!(Base);

const WORD: u32 = 8;

/// The text in upper case, and its check sum as two letters.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.text(ptr, len)?;
            // An area occupies whole words, so nobody else's bytes are among these.
            let words = Range { start: ptr, length: len.next_multiple_of(WORD) };
            let sum = bytes(words).iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
            areas.make_bytes(text.len() + 2, |result| {
                let (letters, check) = result.split_at_mut(text.len());
                upper(text, letters);
                check.copy_from_slice(&[b'A' + (sum >> 4), b'A' + (sum & 15)]);
            })
        })
        .unwrap_or(REJECTED)
}
