//! Breaks ALLOC-07. A refused huge request sets a mark "out of memory", and nobody takes the mark away.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const HUGE: u32 = 64 << 20;

struct Faulty {
    tables: Tables,
    out_of_memory: bool,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, out_of_memory: false };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.out_of_memory {
            return REFUSED;
        }
        let address = self.tables.allocate(size);
        self.out_of_memory = address == REFUSED && size > HUGE;
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
