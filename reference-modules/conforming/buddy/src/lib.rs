//! A binary buddy system in two storeys: over the pages of the memory, and inside single pages for small areas.
//!
//! Every block is 2^n units long and begins at a multiple of its length; a freed block joins its buddy when that one
//! is free too. All states stand in tables apart from the areas.
#![no_std]

mod blocks;
mod pages;
mod small;

use contract::memory::{self, PAGE};
use contract::{Allocator, NOT_AN_AREA, REFUSED, RELEASED};
use exchange::{Areas, REJECTED};
use pages::Pages;
use small::SmallPages;

contract::export!(Areas<Buddy>);

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Any bytes, also such as are no text, in hexadecimal: two digits for each.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_hex(bytes: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let bytes = areas.payload(bytes, len)?;
            areas.make_bytes(bytes.len().checked_mul(2)?, |result| {
                for (digits, byte) in result.chunks_exact_mut(2).zip(bytes) {
                    digits[0] = DIGITS[usize::from(byte >> 4)];
                    digits[1] = DIGITS[usize::from(byte & 15)];
                }
            })
        })
        .unwrap_or(REJECTED)
}

/// The allocator: blocks of whole pages, some of which are cut into small blocks.
struct Buddy {
    pages: Pages,
    small: SmallPages,
}

impl Allocator for Buddy {
    const NEW: Self = Buddy { pages: Pages::NEW, small: SmallPages::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let area = if size <= small::LARGEST {
            self.small.take(&mut self.pages, size)
        } else {
            self.pages.take(pages::order_of(size)).map(|page| page * PAGE)
        };
        let Some(area) = area else {
            return REFUSED;
        };
        memory::clear(area, size);
        area
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let (page, place) = (ptr / PAGE, ptr % PAGE);
        let released = if self.small.owns(page) {
            self.small.free(&mut self.pages, page, place)
        } else {
            place == 0 && self.pages.free(page)
        };
        if released { RELEASED } else { NOT_AN_AREA }
    }
}
