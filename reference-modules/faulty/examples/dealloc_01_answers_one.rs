//! Breaks DEALLOC-01. Success is answered with 1, as a truth value, instead of 0.
#![no_std]

use tables::{Allocator, RELEASED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        match self.tables.deallocate(ptr) {
            RELEASED => 1,
            other => other,
        }
    }
}
