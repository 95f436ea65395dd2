//! Breaks ALLOC-09. A released area is handed out again as it is, with all that the last owner wrote.
#![no_std]

use tables::{Allocator, REFUSED, Tables, occupied};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let range = occupied(size).and_then(|length| self.tables.take(length));
        range.map_or(REFUSED, |range| self.tables.enter(range))
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
