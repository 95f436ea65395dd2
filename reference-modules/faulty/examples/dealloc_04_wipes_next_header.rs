//! Breaks DEALLOC-04. A release clears the mark "the one before is live" in the next area's header, but
//! there is no header, only bytes of the host.
#![no_std]

use tables::{Allocator, Range, Tables, clear};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.tables.live().at(ptr) {
            clear(Range { start: area.end(), length: 4 });
        }
        self.tables.deallocate(ptr)
    }
}
