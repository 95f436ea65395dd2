//! Breaks GROW-05. The place for a result is prepared before it is known that memory grows, and without new memory that
//! place is in the last live area.
#![no_std]

use exchange::{Base, REJECTED, bytes_mut, c_upper};

exchange::export!(Base);

/// So many bytes are prepared.
const PREPARED: usize = 8;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|areas| {
        let valid = areas.c_string(text).is_some();
        let result = c_upper(areas, text);
        let last = areas.all().iter().rfind(|area| area.start != text);
        if let (true, REJECTED, Some(last)) = (valid, result, last) {
            bytes_mut(*last).iter_mut().take(PREPARED).for_each(|byte| *byte = 0);
        }
        result
    })
}
