//! Breaks ALLOC-08. Areas begin at multiples of 4, which is enough for 32-bit numbers only.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let length = if size == 0 { None } else { size.checked_next_multiple_of(4) };
        let range = length.and_then(|length| self.tables.take(length));
        range.map_or(REFUSED, |range| self.tables.hand_out(range, size))
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
