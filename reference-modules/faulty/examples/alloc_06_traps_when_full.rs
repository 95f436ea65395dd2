//! Breaks ALLOC-06. When memory runs out the module ends itself, as Rust's collections do.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        // Size 0 is answered with 0, which is no refusal.
        assert!(address != REFUSED || size == 0);
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
