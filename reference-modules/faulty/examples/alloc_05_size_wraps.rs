//! Breaks ALLOC-05. The size plus 16 bytes of header wraps around for the largest sizes, and a tiny area is
//! given out.
#![no_std]

use tables::{Allocator, Tables};

tables::export!(Faulty);

const HEADER: u32 = 16;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let with_header = size.wrapping_add(HEADER);
        // Where nothing wraps, the books stand in tables and need no header.
        self.tables.allocate(if with_header < HEADER { with_header } else { size })
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
