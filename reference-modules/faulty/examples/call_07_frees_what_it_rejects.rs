//! Breaks CALL-07. Text that is not UTF-8 is rejected and freed on the way out, before the host releases it.
#![no_std]

use exchange::{Allocator, Base, REJECTED, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let Some(text) = utf8(areas.payload(ptr, len)?) else {
                areas.deallocate(ptr);
                return None;
            };
            areas.make_bytes(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
