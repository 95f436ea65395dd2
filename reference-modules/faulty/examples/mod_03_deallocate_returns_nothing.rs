//! Breaks MOD-03. Deallocate returns nothing, as `free` does in C.
#![no_std]

use tables::{Allocator, Guest, Tables};

static GUEST: Guest<Tables> = Guest::new(Tables::NEW);

/// The contract's allocate.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_allocate(size: u32) -> u32 {
    GUEST.with(|tables| tables.allocate(size))
}

/// Deallocate, without its answer.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_deallocate(ptr: u32) {
    GUEST.with(|tables| tables.deallocate(ptr));
}
