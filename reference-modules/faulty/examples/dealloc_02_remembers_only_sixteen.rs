//! Breaks DEALLOC-02. Double releases are caught by a list of the last 16 released areas; those before are
//! released again.
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
        match self.dead.find(ptr) {
            Some((released_since, _))
                if released_since >= 16 && self.tables.live().covering(ptr).is_none() =>
            {
                RELEASED
            }
            _ => NOT_AN_AREA,
        }
    }
}
