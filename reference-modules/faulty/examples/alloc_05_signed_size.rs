//! Breaks ALLOC-05. The size is taken as a signed number: 2^31 and more are negative, and the smallest area
//! is given out.
#![no_std]

use tables::{Allocator, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let size = size as i32;
        self.tables.allocate(if size < 0 { 1 } else { size as u32 })
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
