//! Breaks CALL-01. A text that is in upper case already needs no copy, so the parameter itself is the result.
#![no_std]

use exchange::{Base, REJECTED, upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(ptr)?;
            if !text.bytes().any(|byte| byte.is_ascii_lowercase()) {
                return Some(ptr);
            }
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
