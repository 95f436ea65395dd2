//! The table of pages: each belongs to somebody else, is free, holds slots, or is part of a run.

use crate::slots;
use contract::memory::{self, PAGE};

const FOREIGN: u8 = 0;
const FREE: u8 = 1;
const RUN: u8 = 2;
const RUN_CONTINUED: u8 = 3;
const SLOTS: u8 = 4;

/// What a page is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// No area begins in this page: it is free, not ours, outside the memory, or inside a run.
    NoArea,
    /// An area begins at the page's start and may go on in the next ones.
    Run,
    /// The page is cut into slots of this class.
    Slots(usize),
}

/// What each page of the largest possible memory is used for.
pub struct Pages {
    uses: [u8; 1 << 16],
}

impl Pages {
    pub const NEW: Self = Pages { uses: [FOREIGN; 1 << 16] };

    pub fn used_for(&self, page: u32) -> Use {
        match self.uses[page as usize] {
            RUN => Use::Run,
            mark if mark >= SLOTS => Use::Slots(usize::from(mark - SLOTS)),
            _ => Use::NoArea,
        }
    }

    /// The first page, from one on, that the caller likes.
    pub fn find(&self, from: u32, likes: impl Fn(u32, Use) -> bool) -> Option<u32> {
        (from..memory::pages()).find(|&page| likes(page, self.used_for(page)))
    }

    /// An empty page of slots.
    pub fn take_for_slots(&mut self, class: usize) -> Option<u32> {
        let page = self.take(1)?;
        self.uses[page as usize] = SLOTS + class as u8;
        slots::prepare(page);
        Some(page)
    }

    /// As many whole pages as `size` bytes need; the first of them.
    pub fn take_run(&mut self, size: u32) -> Option<u32> {
        let count = size.div_ceil(PAGE);
        let page = self.take(count)?;
        self.uses[page as usize] = RUN;
        self.uses[page as usize + 1..(page + count) as usize].fill(RUN_CONTINUED);
        Some(page)
    }

    pub fn free_page(&mut self, page: u32) {
        self.uses[page as usize] = FREE;
    }

    pub fn free_run(&mut self, page: u32) {
        self.free_page(page);
        let continued = self.uses[page as usize + 1..].iter_mut().take_while(|mark| **mark == RUN_CONTINUED);
        continued.for_each(|mark| *mark = FREE);
    }

    /// Neighbouring pages: free ones, else those at the memory's end and as many new ones as are missing.
    fn take(&mut self, count: u32) -> Option<u32> {
        let pages = memory::pages();
        let mut free_before = 0;
        for page in 0..pages {
            free_before = if self.uses[page as usize] == FREE { free_before + 1 } else { 0 };
            if free_before == count {
                return Some(page + 1 - count);
            }
        }
        memory::grow(u64::from(count - free_before)).then(|| pages - free_before)
    }
}

/// The address of a page whose first `size` bytes are zero.
pub fn cleared(page: u32, size: u32) -> u32 {
    memory::clear(page * PAGE, size);
    page * PAGE
}
