//! Breaks ALLOC-07. A huge request prepares its place behind the last area before it knows that there is
//! room, and falls back onto that area.
#![no_std]

use tables::{Allocator, REFUSED, Range, Tables, clear};

tables::export!(Faulty);

const HUGE: u32 = 64 << 20;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address == REFUSED && size > HUGE {
            let last = self.tables.live().all().last().copied();
            last.iter().for_each(|area| clear(Range { length: 8, ..*area }));
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
