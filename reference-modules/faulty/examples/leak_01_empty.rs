//! Breaks LEAK-01. An area without bytes has a place of its own, so that it has an address, and its release forgets that
//! place, for there is nothing in it.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, RELEASED, Tables};

tables::export!(Faulty);

/// The place of an area without bytes.
const PLACE: u32 = 8;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(if size == 0 { PLACE } else { size.max(PLACE + 1) })
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(area) = self.tables.strike(ptr) else {
            return NOT_AN_AREA;
        };
        if area.length > PLACE {
            self.tables.give_back(area);
        }
        RELEASED
    }
}
