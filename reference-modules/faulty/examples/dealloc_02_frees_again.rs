//! Breaks DEALLOC-02. A second release is answered with -1, but only after the area went onto the free list
//! once more.
#![no_std]

use tables::{Allocator, Dead, NOT_AN_AREA, Range, Tables, occupied};

tables::export!(Faulty);

const LISTED: usize = 16;

struct Faulty {
    tables: Tables,
    dead: Dead<4096>,
    freed_again: [Range; LISTED],
    next: usize,
}

impl Allocator for Faulty {
    const NEW: Self =
        Faulty { tables: Tables::NEW, dead: Dead::NEW, freed_again: [Range::NONE; LISTED], next: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        let listed = self.freed_again.iter_mut().find(|area| occupied(size) == Some(area.length));
        match listed {
            Some(area) => {
                let area = core::mem::replace(area, Range::NONE);
                self.tables.hand_out(area, size)
            }
            None => self.tables.allocate(size),
        }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.tables.live().at(ptr) {
            self.dead.remember(area);
            return self.tables.deallocate(ptr);
        }
        // Areas of up to 8 bytes have no room for the list's links.
        let listed = self.dead.find(ptr).filter(|(_, area)| area.length > 8);
        if let (None, Some((_, area))) = (self.tables.live().covering(ptr), listed) {
            self.freed_again[self.next] = area;
            self.next = (self.next + 1) % LISTED;
        }
        NOT_AN_AREA
    }
}
