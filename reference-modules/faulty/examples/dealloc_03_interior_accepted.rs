//! Breaks DEALLOC-03. An address inside an area is rounded down to the area's start, and the area is
//! released.
#![no_std]

use tables::{Allocator, Dead, NOT_AN_AREA, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
    dead: Dead<4096>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, dead: Dead::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.tables.live().at(ptr) {
            self.dead.remember(area);
            return self.tables.deallocate(ptr);
        }
        // This is about addresses that never were an area's start; for others the answer is right.
        match self.tables.live().covering(ptr) {
            Some(area) if self.dead.find(ptr).is_none() => self.deallocate(area.start),
            _ => NOT_AN_AREA,
        }
    }
}
