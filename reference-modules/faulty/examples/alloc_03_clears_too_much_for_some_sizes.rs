//! Breaks ALLOC-03. Areas over 64 bytes are cleared in steps of 64, and the last step runs over the end.
#![no_std]

use tables::{Allocator, REFUSED, Range, Tables, clear};

tables::export!(Faulty);

const STEP: u32 = 64;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED && size > STEP {
            clear(Range { start: address, length: size.next_multiple_of(STEP) });
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
