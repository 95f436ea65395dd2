//! Breaks MOD-03. The size is a 64-bit number, as `usize` is on the machine where the code was written.
#![no_std]

use tables::{Allocator, Guest, REFUSED, Tables};

static GUEST: Guest<Tables> = Guest::new(Tables::NEW);

/// Allocate, with the wrong type of size.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_allocate(size: u64) -> u32 {
    u32::try_from(size).map_or(REFUSED, |size| GUEST.with(|tables| tables.allocate(size)))
}

/// The contract's deallocate.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_deallocate(ptr: u32) -> i32 {
    GUEST.with(|tables| tables.deallocate(ptr))
}
