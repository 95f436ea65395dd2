//! An honest allocator with its books in two tables apart from the areas, made of small steps.
//!
//! As a whole it is the conforming guest `side_tables`. A faulty guest uses the same steps and does one of them wrong;
//! because no book stands between the areas, one mistake has one effect.
#![no_std]

mod dead;
mod growth;
mod ranges;

pub use contract::{Allocator, Guest, NOT_AN_AREA, REFUSED, RELEASED, export, memory};
pub use dead::Dead;
pub use growth::{Checked, Growth};
pub use ranges::{Range, Ranges};

use core::marker::PhantomData;

/// So many areas can be live at once.
pub const MOST_AREAS: usize = 32_768;

/// The allocator: what is live, what is free, and how memory grows.
pub struct Tables<G = Checked> {
    live: Ranges<MOST_AREAS>,
    free: Ranges<{ MOST_AREAS + 1 }>,
    /// The heap's first address; 0 before the first call.
    start: u32,
    /// The end of the memory that was ever free or live.
    end: u32,
    growth: PhantomData<G>,
}

impl<G: Growth> Allocator for Tables<G> {
    const NEW: Self = Tables { live: Ranges::NEW, free: Ranges::NEW, start: 0, end: 0, growth: PhantomData };

    fn allocate(&mut self, size: u32) -> u32 {
        let range = occupied(size).and_then(|length| self.take(length));
        range.map_or(REFUSED, |range| self.hand_out(range, size))
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        match self.strike(ptr) {
            Some(range) => {
                self.give_back(range);
                RELEASED
            }
            None => NOT_AN_AREA,
        }
    }
}

/// How many bytes an area of `size` bytes takes. There are no areas of size 0: the contract allows to answer 0.
pub fn occupied(size: u32) -> Option<u32> {
    let length = memory::round_up(u64::from(size), memory::ALIGNMENT);
    u32::try_from(length).ok().filter(|&length| length > 0)
}

/// Sets a range to zero, as far as there is memory: what grows later is zero already.
pub fn clear(range: Range) {
    let end = (u64::from(range.start) + u64::from(range.length)).min(memory::end());
    memory::clear(range.start, end.saturating_sub(u64::from(range.start)) as u32);
}

impl<G: Growth> Tables<G> {
    /// The live areas, each with the bytes that it occupies.
    pub fn live(&self) -> &Ranges<MOST_AREAS> {
        &self.live
    }

    /// Where the heap begins; below are the module's own data.
    pub fn start(&self) -> u32 {
        self.start
    }

    /// Takes free bytes, for an area or for anything else; memory grows when no free range is long enough.
    pub fn take(&mut self, length: u32) -> Option<Range> {
        if self.start == 0 {
            self.prepare();
        }
        if self.live.is_full() {
            return None;
        }
        let start = match self.free.cut_first(length) {
            Some(start) => start,
            None => {
                self.grow(length)?;
                self.free.cut_first(length)?
            }
        };
        Some(Range { start, length })
    }

    /// Takes the last free bytes, as they are, if there are so many in a row.
    pub fn take_last(&mut self, size: u32) -> Option<Range> {
        let length = occupied(size).filter(|_| !self.live.is_full())?;
        Some(Range { start: self.free.cut_last(length)?, length })
    }

    /// Makes taken bytes an area of `size` bytes: clears so many and enters the range as live. Its address.
    pub fn hand_out(&mut self, range: Range, size: u32) -> u32 {
        clear(Range { length: size, ..range });
        self.enter(range)
    }

    /// Enters taken bytes as a live area as they are. Its address.
    pub fn enter(&mut self, range: Range) -> u32 {
        self.live.insert(range);
        range.start
    }

    /// Takes the area that begins at `ptr` out of the live ones. Its bytes are not free yet.
    pub fn strike(&mut self, ptr: u32) -> Option<Range> {
        self.live.remove(ptr)
    }

    /// Gives back the last bytes of a live area, which has so many fewer from now on.
    pub fn shorten(&mut self, ptr: u32, by: u32) {
        if let Some(Range { start, length }) = self.strike(ptr) {
            self.enter(Range { start, length: length - by });
            self.give_back(Range { start: start + length - by, length: by });
        }
    }

    /// Bytes that can be taken again.
    pub fn give_back(&mut self, range: Range) {
        self.free.join(range);
    }

    /// The heap begins with the first page that has none of the module's own data.
    fn prepare(&mut self) {
        let start = memory::round_up(u64::from(memory::heap_base()), memory::PAGE);
        self.start = start as u32;
        self.end = self.start;
        self.extend(G::first_end());
    }

    fn grow(&mut self, length: u32) -> Option<()> {
        let last = self.free.all().last().filter(|range| range.end() == self.end);
        let frontier = last.map_or(self.end, |range| range.start);
        let wanted = u64::from(frontier) + u64::from(length);
        // The last page of a 4 GiB memory stays unused: so every end is a 32-bit number.
        if wanted > u64::from(u32::MAX - memory::PAGE) {
            return None;
        }
        self.extend(G::grow(frontier, wanted)?);
        Some(())
    }

    fn extend(&mut self, end: u64) {
        let end = end.min(u64::from(u32::MAX - memory::PAGE)) as u32;
        if end > self.end {
            self.give_back(Range { start: self.end, length: end - self.end });
            self.end = end;
        }
    }
}
