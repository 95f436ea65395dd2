//! Breaks ALLOC-06. A request is answered with 0 when there is no memory for the area. When there is none for the list of
//! areas, which doubles now and then as a `Vec` does, the module ends itself.
#![no_std]

use tables::{Allocator, REFUSED, Range, Tables};

tables::export!(Faulty);

/// What an area takes in the list.
const ENTRY: u32 = 8;

struct Faulty {
    tables: Tables,
    list: Range,
}

impl Faulty {
    /// Has room for one area more.
    fn reserve(&mut self) {
        if self.tables.live().count() as u32 * ENTRY < self.list.length {
            return;
        }
        let old = self.list;
        self.list = self.tables.take(2 * old.length.max(8 * ENTRY)).unwrap();
        if old.length > 0 {
            self.tables.give_back(old);
        }
    }
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, list: Range { start: 0, length: 0 } };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED {
            self.reserve();
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
