//! Breaks ALLOC-02. The 8 bytes of a header are taken off the area instead of added to it, so the next one
//! begins before this one ends.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const HEADER: u32 = 8;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED && size > HEADER {
            self.tables.shorten(address, HEADER);
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
