//! Breaks ALLOC-11. The list of live areas is a ring of 16384 entries, more than a host must be given; but the guest
//! gives more, and what is then the oldest becomes unknown.
#![no_std]

use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

const ENTRIES: usize = 16384;

struct Faulty {
    tables: Tables,
    ring: [u32; ENTRIES],
    next: usize,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, ring: [0; ENTRIES], next: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED {
            if self.tables.live().count() > ENTRIES {
                self.tables.strike(self.ring[self.next]);
            }
            self.ring[self.next] = address;
            self.next = (self.next + 1) % ENTRIES;
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
