//! Breaks LEAK-03. When memory runs out between the text and the pair that names it, the call rejects and keeps the
//! text.
#![no_std]

use exchange::{Allocator, Base, REFUSED, REJECTED, memory, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.payload(text, len)?;
            utf8(text)?;
            let data = areas.make(text.len(), |upper| {
                upper.copy_from_slice(text);
                upper.make_ascii_uppercase();
            })?;
            let pair = areas.allocate(8);
            if pair == REFUSED {
                return None;
            }
            memory::write(pair, data);
            memory::write(pair + 4, len);
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
