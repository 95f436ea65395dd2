//! Breaks ALLOC-02. Sizes are rounded to 8 bytes by a shift that loses a single last byte: 9 and 17 become
//! 8 and 16.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED && size > 8 && size % 8 == 1 {
            self.tables.shorten(address, 8);
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
