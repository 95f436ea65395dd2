//! Breaks DEALLOC-04. Areas over 64 bytes are wiped on release in steps of 64, and the last step runs over
//! the end.
#![no_std]

use tables::{Allocator, Range, Tables, clear};

tables::export!(Faulty);

const STEP: u32 = 64;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let area = self.tables.live().at(ptr).filter(|area| area.length > STEP);
        area.iter().for_each(|area| clear(Range { length: area.length.next_multiple_of(STEP), ..*area }));
        self.tables.deallocate(ptr)
    }
}
