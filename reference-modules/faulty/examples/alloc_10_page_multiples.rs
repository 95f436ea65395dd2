//! Breaks ALLOC-10. A count of pages that comes out even is taken for a full bin: 1 to 8 whole pages are
//! refused.
#![no_std]

use tables::{Allocator, REFUSED, Tables, memory::PAGE};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let whole_pages = size % PAGE == 0 && (1..=8).contains(&(size / PAGE));
        if whole_pages { REFUSED } else { self.tables.allocate(size) }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
