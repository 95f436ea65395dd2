//! Breaks POL-02. Every call asks how many environment variables there are, to see whether one of them switches on a
//! debugging mode.
#![no_std]

use core::hint::black_box;
use exchange::{Base, rust_upper};

exchange::export!(Base);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn environ_sizes_get(count: *mut u32, size: *mut u32) -> u32;
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    let (mut count, mut size) = (0, 0);
    // SAFETY: both answers have the 4 bytes that the host writes.
    unsafe { environ_sizes_get(&mut count, &mut size) };
    // None of them is known, so there is nothing to switch on.
    black_box((count, size));
    GUEST.with(|areas| rust_upper(areas, text, len))
}
