//! Breaks CALL-15. The text is read in blocks of 4096 bytes, and where its end is also the end of a block the loop never
//! sees that it is done.
#![no_std]

use core::hint::black_box;
use exchange::{Base, REJECTED, upper};

exchange::export!(Base);

const BLOCK: usize = 4096;

/// The length of the text, found by reading until a block is not full.
fn measure(text: &[u8]) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        if rest.len() < BLOCK {
            return length + rest.len();
        }
        // A full block is never the last one: read on, as long as there is something.
        length += if rest.len() > BLOCK { BLOCK } else { black_box(0) };
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(text)?;
            let text = &text[..measure(text.as_bytes())];
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
