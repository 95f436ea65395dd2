//! Breaks LEAK-02. Every call that answers keeps a note of some 20 bytes, in a guest whose book of areas is doubled when
//! it is full, as a hash table is: with many small areas the book decides how many there is room for, not what is lost.
#![no_std]

use exchange::{Allocator, Areas, REFUSED, REJECTED, RELEASED, Range, Tables, rust_upper};

exchange::export!(Areas<Booked>);

const NOTE: u32 = 24;

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let pair = rust_upper(areas, text, len);
        if pair != REJECTED {
            areas.allocator.tables.take(NOTE);
        }
        pair
    })
}

/// As many areas as the smallest book has room for.
const FIRST: u32 = 56;

/// The bytes of a line in the book.
const LINE: u32 = 16;

/// An allocator with a book of its areas, which takes up memory like any of them.
struct Booked {
    tables: Tables,
    book: Option<Range>,
    room: u32,
    live: u32,
}

impl Booked {
    /// Makes room for another line; the old book's place is free afterwards.
    fn prepare(&mut self) -> Option<()> {
        if self.live < self.room {
            return Some(());
        }
        let room = (2 * self.room).max(FIRST);
        let larger = self.tables.take(room * LINE)?;
        if let Some(old) = self.book.replace(larger) {
            self.tables.give_back(old);
        }
        self.room = room;
        Some(())
    }
}

impl Allocator for Booked {
    const NEW: Self = Booked { tables: Tables::NEW, book: None, room: 0, live: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        // Also an area of size 0 has a byte of its own, so no two areas share an address.
        let area = self.prepare().map_or(REFUSED, |()| self.tables.allocate(size.max(1)));
        self.live += u32::from(area != REFUSED);
        area
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.tables.deallocate(ptr);
        self.live -= u32::from(answer == RELEASED);
        answer
    }
}
