//! Breaks LEAK-01. Whenever the last area is released, a note of some 20 bytes is written about it and
//! never freed.
#![no_std]

use tables::{Allocator, RELEASED, Tables};

tables::export!(Faulty);

const NOTE: u32 = 24;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.tables.deallocate(ptr);
        if answer == RELEASED && self.tables.live().count() == 0 {
            self.tables.take(NOTE);
        }
        answer
    }
}
