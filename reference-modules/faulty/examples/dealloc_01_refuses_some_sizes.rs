//! Breaks DEALLOC-01. The search on release skips one bin: areas of 57 to 64 bytes are not found.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, Tables};

tables::export!(Faulty);

const SKIPPED: u32 = 64;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        match self.tables.live().at(ptr) {
            Some(area) if area.length == SKIPPED => NOT_AN_AREA,
            _ => self.tables.deallocate(ptr),
        }
    }
}
