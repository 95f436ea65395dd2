//! Breaks ALLOC-04. Size 0 gives the dangling pointer of an empty `Vec`, the same one each time; only their
//! number is kept.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, RELEASED, Tables};

tables::export!(Faulty);

const DANGLING: u32 = 8;

struct Faulty {
    tables: Tables,
    empty: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, empty: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        if size == 0 {
            self.empty += 1;
            return DANGLING;
        }
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if ptr != DANGLING {
            return self.tables.deallocate(ptr);
        }
        if self.empty == 0 {
            return NOT_AN_AREA;
        }
        self.empty -= 1;
        RELEASED
    }
}
