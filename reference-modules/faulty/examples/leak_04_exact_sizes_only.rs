//! Breaks LEAK-04. Released areas of up to a page are used again for the very same size only; they are
//! never cut or joined.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, REFUSED, RELEASED, Range, Tables, memory, occupied};

tables::export!(Faulty);

/// One list for each length up to a page; its areas are linked by their first bytes.
const LISTS: usize = (memory::PAGE / 8) as usize + 1;

struct Faulty {
    tables: Tables,
    lists: [u32; LISTS],
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, lists: [0; LISTS] };

    fn allocate(&mut self, size: u32) -> u32 {
        let Some(length) = occupied(size) else {
            return REFUSED;
        };
        let range = if length <= memory::PAGE { self.pop(length) } else { None };
        let range = range.or_else(|| self.tables.take(length));
        range.map_or(REFUSED, |range| self.tables.hand_out(range, size))
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        match self.tables.strike(ptr) {
            Some(area) if area.length <= memory::PAGE => self.push(area),
            Some(area) => self.tables.give_back(area),
            None => return NOT_AN_AREA,
        }
        RELEASED
    }
}

impl Faulty {
    fn pop(&mut self, length: u32) -> Option<Range> {
        let first = &mut self.lists[length as usize / 8];
        let start = *first;
        if start == 0 {
            return None;
        }
        *first = memory::read(start);
        Some(Range { start, length })
    }

    fn push(&mut self, area: Range) {
        let first = &mut self.lists[area.length as usize / 8];
        memory::write(area.start, *first);
        *first = area.start;
    }
}
