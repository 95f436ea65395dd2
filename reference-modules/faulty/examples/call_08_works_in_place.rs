//! Breaks CALL-08. The letters are changed where the host wrote them, and copied only then.
#![no_std]

use exchange::{Base, bytes_mut, c_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST.with(|areas| {
        if let (Some(area), Some(_)) = (areas.live(ptr), areas.c_string(ptr)) {
            bytes_mut(area).make_ascii_uppercase();
        }
        c_upper(areas, ptr)
    })
}
