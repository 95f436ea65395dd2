//! Breaks DEALLOC-03. The header in front of the address is read before the address is looked at, also
//! beyond the memory.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, Tables, memory};

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
        if ptr < 8 {
            return NOT_AN_AREA;
        }
        core::hint::black_box(memory::read(ptr - 4));
        self.tables.deallocate(ptr)
    }
}
