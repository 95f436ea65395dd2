//! Breaks DEALLOC-02. A released area's header stays as it was, so a second release finds it and answers 0.
#![no_std]

use tables::{Allocator, Dead, NOT_AN_AREA, RELEASED, Tables};

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
        // Once the bytes belong to another area the header is gone.
        let has_header = self.tables.live().covering(ptr).is_none() && self.dead.find(ptr).is_some();
        if has_header { RELEASED } else { NOT_AN_AREA }
    }
}
