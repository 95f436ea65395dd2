//! Breaks LEAK-01. An area of up to four pages is given back page by page, with a mark of 8 bytes between two pages that
//! stays: the pages serve small areas, but never again such an area.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, RELEASED, Range, Tables};

tables::export!(Faulty);

const PAGE: u32 = 1 << 16;
const MOST_PAGES: u32 = 4;
const MARK: u32 = 8;

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(mut area) = self.tables.strike(ptr) else {
            return NOT_AN_AREA;
        };
        while area.length > PAGE && area.length <= MOST_PAGES * PAGE {
            self.tables.give_back(Range { start: area.start, length: PAGE - MARK });
            area = Range { start: area.start + PAGE, length: area.length - PAGE };
        }
        self.tables.give_back(area);
        RELEASED
    }
}
