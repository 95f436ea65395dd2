//! Breaks ALLOC-02. Every 97th time a rare path of the allocator returns the last 8 bytes of a new area to
//! the free ones.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
    count: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, count: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED && size > 8 {
            self.count += 1;
            if self.count % 97 == 0 {
                self.tables.shorten(address, 8);
            }
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
