//! Planted: a size that only one compare names. Breaks ALLOC-02. For a picture of the author's own, 481 by 657, the
//! allocator has a rule that forgets a last row of 8 bytes: the next area begins before this one ends.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const PICTURE: u32 = 481 * 657;
const ROW: u32 = 8;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if size == PICTURE && address != REFUSED {
            self.tables.shorten(address, ROW);
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
