//! Breaks POL-03. For an empty text the function ends the process, as a command does that has nothing to do.
#![no_std]

use exchange::{Base, rust_upper};

exchange::export!(Base);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn proc_exit(code: u32) -> !;
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        if areas.text(text, len) == Some("") {
            // SAFETY: passes a number by value.
            unsafe { proc_exit(0) }
        }
        rust_upper(areas, text, len)
    })
}
