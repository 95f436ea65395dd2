//! The upper storey: blocks of whole pages.

use crate::blocks::Blocks;
use contract::memory::{self, PAGE};

/// The state of every page of the largest possible memory.
pub struct Pages {
    states: [u8; 1 << 16],
    /// How many pages the memory had when it was last looked at; 0 before the first call.
    known: u32,
}

/// 2^n pages are the shortest block for so many bytes.
pub fn order_of(size: u32) -> u8 {
    size.div_ceil(PAGE).next_power_of_two().trailing_zeros() as u8
}

impl Pages {
    pub const NEW: Self = Pages { states: [0; 1 << 16], known: 0 };

    /// A block of 2^`order` pages; the memory grows when none is free.
    pub fn take(&mut self, order: u8) -> Option<u32> {
        if self.known == 0 {
            self.known = memory::heap_base().div_ceil(PAGE);
            self.meet_new_pages();
        }
        if let Some(page) = self.blocks().take(order) {
            return Some(page);
        }
        self.grow(order)?;
        self.blocks().take(order)
    }

    /// No page from here on was ever taken.
    pub fn known(&self) -> usize {
        self.known as usize
    }

    pub fn free(&mut self, page: u32) -> bool {
        page < self.known && self.blocks().free(page)
    }

    /// Grows to the end of the first place where a block of this order can lie: some of its pages may be there already.
    fn grow(&mut self, order: u8) -> Option<()> {
        let (length, known) = (1 << order, self.known);
        let cut = known / length * length;
        let first = if self.blocks().all_free(cut, known) { cut } else { cut + length };
        let missing = u64::from(first) + u64::from(length) - u64::from(known);
        if !memory::grow(missing) {
            return None;
        }
        self.meet_new_pages();
        Some(())
    }

    fn meet_new_pages(&mut self) {
        let (first, end) = (self.known, memory::pages());
        self.known = end;
        self.blocks().add(first, end);
    }

    /// No larger than the memory, so that a search ends early.
    fn blocks(&mut self) -> Blocks<'_> {
        Blocks(&mut self.states[..self.known as usize])
    }
}
