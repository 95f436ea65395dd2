//! Breaks MOD-06. `greet` takes a length beside the pointer, though the descriptor says that it takes a C
//! string.
#![no_std]

use tables::{Allocator, Guest, REFUSED, Tables, memory, occupied};

static GUEST: Guest<Tables> = Guest::new(Tables::NEW);

/// The contract's allocate.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_allocate(size: u32) -> u32 {
    GUEST.with(|tables| tables.allocate(size))
}

/// The contract's deallocate.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_deallocate(ptr: u32) -> i32 {
    GUEST.with(|tables| tables.deallocate(ptr))
}

/// A copy of the text, ended by a NUL.
#[unsafe(no_mangle)]
pub extern "C" fn greet(ptr: u32, len: u32) -> u32 {
    GUEST.with(|tables| {
        let area = tables.live().at(ptr);
        if area.is_none() || area.map(|area| area.length) != occupied(len) {
            return REFUSED;
        }
        let copy = tables.allocate(len + 1);
        if copy != REFUSED {
            (0..len).for_each(|i| memory::write_byte(copy + i, memory::read_byte(ptr + i)));
        }
        copy
    })
}
