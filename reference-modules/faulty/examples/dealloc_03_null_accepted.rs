//! Breaks DEALLOC-03. Releasing 0 is a success that does nothing, as `free(NULL)` is in C.
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
        if ptr == 0 { RELEASED } else { self.tables.deallocate(ptr) }
    }
}
