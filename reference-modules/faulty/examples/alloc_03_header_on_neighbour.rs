//! Breaks ALLOC-03. An area cut from the free ones gets its header one word too early, on the last bytes of
//! the area before.
#![no_std]

use tables::{Allocator, REFUSED, Tables, memory};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let pages = memory::pages();
        let address = self.tables.allocate(size);
        // Fresh pages get their headers elsewhere, and before the first area is nothing to damage.
        if address != REFUSED && address != self.tables.start() && pages == memory::pages() {
            memory::write(address - 4, size);
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
