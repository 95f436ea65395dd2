//! Breaks CALL-10. The search for the NUL ends one byte behind the area. Where a text has one it is found before; where
//! it has none the call rejects as it must, and has read the next area's first byte.
#![no_std]

use core::hint::black_box;
use exchange::{Base, bytes, c_upper, memory};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|areas| {
        if let Some(area) = areas.live(text).filter(|area| u64::from(area.end()) < memory::end()) {
            if !bytes(area).contains(&0) {
                black_box(memory::read_byte(area.end()));
            }
        }
        c_upper(areas, text)
    })
}
