//! Breaks ALLOC-02. With 64 live areas every place of a table is taken, and the next area gets the first
//! place, whose area is still live.
#![no_std]

use tables::{Allocator, Range, Tables, occupied};

tables::export!(Faulty);

const PLACES: usize = 64;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let live = self.tables.live().all();
        let first = live.first().copied().filter(|_| live.len() == PLACES);
        match (first, occupied(size)) {
            (Some(first), Some(length)) if length <= first.length => {
                self.tables.hand_out(Range { length, ..first }, size)
            }
            _ => self.tables.allocate(size),
        }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
