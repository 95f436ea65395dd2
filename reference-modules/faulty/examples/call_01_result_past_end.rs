//! Breaks CALL-01. In the guest's own strings the highest bit of a length marks upper case, and the pair names the length
//! with the mark still in it: such a result ends far behind the end of memory.
#![no_std]

use exchange::{Base, REJECTED, memory, upper};

exchange::export!(Base);

const UPPER_CASE: u32 = 1 << 31;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.text(text, len)?;
            let pair = areas.make_bytes(text.len(), |result| upper(text, result))?;
            memory::write(pair + 4, len | UPPER_CASE);
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
