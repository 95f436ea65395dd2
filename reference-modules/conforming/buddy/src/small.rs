//! The lower storey: pages cut into small blocks. The states of their blocks stand in pages of their own.

use crate::blocks::Blocks;
use crate::pages::Pages;
use contract::memory::PAGE;
use core::slice;

/// The shortest block.
const UNIT: u32 = 64;

/// So many states for each page.
const UNITS: u32 = PAGE / UNIT;

/// One page holds the states of so many pages.
const GROUP: u32 = PAGE / UNITS;

/// Half a page; what is longer gets a page, which needs no states.
pub const LARGEST: u32 = PAGE / 2;

/// The order of a block that is a whole page.
const WHOLE: u8 = UNITS.trailing_zeros() as u8;

const NOT_SMALL: u8 = 0;
const STATES: u8 = 1;
const FULL: u8 = 2;

/// Which pages are cut into small blocks, and what is free in them.
pub struct SmallPages {
    /// `NOT_SMALL`, `STATES`, `FULL`, or `FULL + 1 + n`: the largest free block is of order n.
    room: [u8; 1 << 16],
    /// For each group of pages the page that holds their states; 0 for none yet.
    states: [u32; (1 << 16) / GROUP as usize],
}

impl SmallPages {
    pub const NEW: Self = SmallPages { room: [NOT_SMALL; 1 << 16], states: [0; (1 << 16) / GROUP as usize] };

    /// Whether this storey has the page, so that the upper one must not be asked about it.
    pub fn owns(&self, page: u32) -> bool {
        self.room[page as usize] != NOT_SMALL
    }

    /// The address of a block of at least `size` bytes.
    pub fn take(&mut self, pages: &mut Pages, size: u32) -> Option<u32> {
        let order = size.div_ceil(UNIT).next_power_of_two().trailing_zeros() as u8;
        let with_room = self.room[..pages.known()].iter().position(|&room| room > FULL + order);
        let page = with_room.map(|page| page as u32).or_else(|| self.new_page(pages))?;
        let unit = self.blocks(page).take(order)?;
        self.note_room(page);
        Some(page * PAGE + unit * UNIT)
    }

    /// Frees the block that begins at `place` in the page; `false` when none does.
    pub fn free(&mut self, pages: &mut Pages, page: u32, place: u32) -> bool {
        let is_states = self.room[page as usize] == STATES;
        if is_states || place % UNIT != 0 || !self.blocks(page).free(place / UNIT) {
            return false;
        }
        self.note_room(page);
        if self.room[page as usize] == FULL + 1 + WHOLE {
            self.room[page as usize] = NOT_SMALL;
            pages.free(page);
        }
        true
    }

    /// A page that is one free block. Its states need a page too, if no neighbour has brought one.
    fn new_page(&mut self, pages: &mut Pages) -> Option<u32> {
        let page = pages.take(0)?;
        let group = (page / GROUP) as usize;
        if self.states[group] == 0 {
            let Some(states) = pages.take(0) else {
                pages.free(page);
                return None;
            };
            self.states[group] = states;
            self.room[states as usize] = STATES;
        }
        self.blocks(page).make_whole();
        Some(page)
    }

    fn note_room(&mut self, page: u32) {
        let largest = self.blocks(page).largest_free();
        self.room[page as usize] = largest.map_or(FULL, |order| FULL + 1 + order);
    }

    fn blocks(&mut self, page: u32) -> Blocks<'_> {
        let states = self.states[(page / GROUP) as usize] * PAGE + page % GROUP * UNITS;
        // SAFETY: the page of states was taken for this alone and is never freed; one reference at a time.
        Blocks(unsafe { slice::from_raw_parts_mut(states as *mut u8, UNITS as usize) })
    }
}
