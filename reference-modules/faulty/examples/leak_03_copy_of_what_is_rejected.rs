//! Breaks LEAK-03. The text is copied before it is looked at, and the copy stays when it turns out to be no UTF-8.
#![no_std]

use exchange::{Base, REJECTED, bytes, bytes_mut, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.payload(text, len)?;
            let copy = areas.make(text.len(), |copy| copy.copy_from_slice(text))?;
            utf8(bytes(areas.live(copy)?))?;
            bytes_mut(areas.live(copy)?).make_ascii_uppercase();
            areas.make_pair(copy, len)
        })
        .unwrap_or(REJECTED)
}
