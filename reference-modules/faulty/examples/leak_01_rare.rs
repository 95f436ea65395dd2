//! Breaks LEAK-01. One small area in 256 is lost on release, when a counter of 8 bits comes round to 0.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, RELEASED, Tables};

tables::export!(Faulty);

const SMALL: u32 = 1024;

struct Faulty {
    tables: Tables,
    count: u8,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, count: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(area) = self.tables.strike(ptr) else {
            return NOT_AN_AREA;
        };
        if area.length <= SMALL {
            self.count = self.count.wrapping_add(1);
        }
        if area.length > SMALL || self.count != 0 {
            self.tables.give_back(area);
        }
        RELEASED
    }
}
