//! Breaks LEAK-01. A release strikes small areas off the list of live ones, but never gives their bytes
//! back.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, RELEASED, Tables};

tables::export!(Faulty);

const SMALL: u32 = 248;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(area) = self.tables.strike(ptr) else {
            return NOT_AN_AREA;
        };
        if area.length > SMALL {
            self.tables.give_back(area);
        }
        RELEASED
    }
}
