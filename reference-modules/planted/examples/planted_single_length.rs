//! Planted: a single length. Breaks CALL-03. A text of 7 919 bytes just fills the guest's buffer, and the buffer's end
//! mark, 0xFF, comes to lie on its last byte.
#![no_std]

use exchange::{Base, REJECTED, upper};

exchange::export!(Base);

const BUFFER: usize = 7_919;
const END_MARK: u8 = 0xFF;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(ptr)?;
            areas.make_c_string(text.len(), |result| {
                upper(text, result);
                if result.len() == BUFFER {
                    result[BUFFER - 1] = END_MARK;
                }
            })
        })
        .unwrap_or(REJECTED)
}
