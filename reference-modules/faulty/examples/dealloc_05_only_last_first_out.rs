//! Breaks DEALLOC-05. Areas are kept on a stack, and only the one at its top can be released.
#![no_std]

use tables::{Allocator, MOST_AREAS, NOT_AN_AREA, REFUSED, Tables};

tables::export!(Faulty);

struct Faulty {
    tables: Tables,
    stack: [u32; MOST_AREAS],
    height: usize,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, stack: [0; MOST_AREAS], height: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address != REFUSED {
            self.stack[self.height] = address;
            self.height += 1;
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if self.height == 0 || self.stack[self.height - 1] != ptr {
            return NOT_AN_AREA;
        }
        self.height -= 1;
        self.tables.deallocate(ptr)
    }
}
