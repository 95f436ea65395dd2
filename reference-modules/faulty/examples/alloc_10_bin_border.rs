//! Breaks ALLOC-10. Small bins end at 1024, large ones begin at 1032, and the sizes between belong to
//! neither.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const SMALL_MOST: u32 = 1024;
const LARGE_LEAST: u32 = 1032;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        if size > SMALL_MOST && size < LARGE_LEAST { REFUSED } else { self.tables.allocate(size) }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
