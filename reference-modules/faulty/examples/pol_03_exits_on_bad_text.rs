//! Breaks POL-03. Text that is not UTF-8 ends the process, as a command does that cannot read its input.
#![no_std]

use exchange::{Base, rust_upper, utf8};

exchange::export!(Base);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    safe fn proc_exit(code: u32) -> !;
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        if areas.payload(text, len).is_some_and(|bytes| utf8(bytes).is_none()) {
            proc_exit(1);
        }
        rust_upper(areas, text, len)
    })
}
