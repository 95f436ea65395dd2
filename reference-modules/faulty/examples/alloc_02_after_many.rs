//! Breaks ALLOC-02. The first of 64 places is used again for the 65th area, and nobody looks whether the
//! area in it is still live.
#![no_std]

use tables::{Allocator, REFUSED, Range, Tables, occupied};

tables::export!(Faulty);

const PLACES: u32 = 64;

struct Faulty {
    tables: Tables,
    first: Range,
    count: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, first: Range::NONE, count: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        let comes_round = self.count % PLACES == 0;
        let is_live = self.tables.live().at(self.first.start).is_some();
        let address = match occupied(size) {
            Some(length) if comes_round && is_live && length <= self.first.length => {
                self.tables.hand_out(Range { length, ..self.first }, size)
            }
            _ => self.tables.allocate(size),
        };
        if address != REFUSED {
            if comes_round {
                self.first = self.tables.live().at(address).unwrap_or(Range::NONE);
            }
            self.count += 1;
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
