//! Breaks CALL-04. Which pages hold areas is looked up first, in a table that has no entry for a page beyond the
//! memory, and the missing entry ends the module.
#![no_std]

use exchange::{Base, memory, rust_upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    assert!(text / memory::PAGE < memory::pages());
    GUEST.with(|areas| rust_upper(areas, text, len))
}
