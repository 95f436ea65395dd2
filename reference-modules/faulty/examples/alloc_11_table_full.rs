//! Breaks ALLOC-11. The table of live areas has 4096 entries, and when it is full nothing more is given
//! out.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const ENTRIES: usize = 4096;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.tables.live().count() == ENTRIES { REFUSED } else { self.tables.allocate(size) }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
