//! Breaks GROW-03. When a grown memory is full, a mark "no room" is set, and a release does not take it
//! away.
#![no_std]

use tables::{Allocator, REFUSED, Tables, memory};

tables::export!(Faulty);

const SMALL: u32 = 1 << 20;

/// A memory that has grown less is enlarged another way.
const FIRST_PAGES: u64 = 16;

struct Faulty {
    tables: Tables,
    no_room: bool,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, no_room: false };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.no_room {
            return REFUSED;
        }
        let address = self.tables.allocate(size);
        let grown = memory::end().saturating_sub(u64::from(self.tables.start()));
        self.no_room =
            address == REFUSED && (1..SMALL).contains(&size) && grown > FIRST_PAGES * u64::from(memory::PAGE);
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
