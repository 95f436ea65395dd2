//! Slabs: a page holds slots of one size, areas larger than a slot get a run of whole pages.
//!
//! A size of 0 is answered with 0, which the contract allows. Which page is used for what stands in one table,
//! apart from the areas; which slots of a page are taken stands at the page's start.
#![no_std]

mod pages;
mod slots;

use contract::memory::PAGE;
use contract::{Allocator, NOT_AN_AREA, REFUSED, RELEASED};
use exchange::{Areas, Decimal, REJECTED};
use pages::{Pages, Use};
use slots::CLASSES;

contract::export!(Areas<Slabs>);

/// How many lines the text has, as a number in decimal. What follows the last line's end is a line too, if it is not empty.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_count_lines(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let lines = Decimal::of(areas.c_string(text)?.lines().count() as u32);
            areas.make_c_string(lines.bytes().len(), |result| result.copy_from_slice(lines.bytes()))
        })
        .unwrap_or(REJECTED)
}

/// The allocator: what each page is used for, and where to look first for a free slot.
struct Slabs {
    pages: Pages,
    /// For each class: no page below this one has a free slot of it.
    search_from: [u32; CLASSES],
}

impl Allocator for Slabs {
    const NEW: Self = Slabs { pages: Pages::NEW, search_from: [0; CLASSES] };

    fn allocate(&mut self, size: u32) -> u32 {
        if size == 0 {
            return REFUSED;
        }
        match slots::class_of(size) {
            Some(class) => self.slot(class, size),
            None => self.pages.take_run(size).map_or(REFUSED, |page| pages::cleared(page, size)),
        }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let (page, place) = (ptr / PAGE, ptr % PAGE);
        match self.pages.used_for(page) {
            Use::Run if place == 0 => {
                self.pages.free_run(page);
                RELEASED
            }
            Use::Slots(class) if slots::free(page, class, place) => {
                self.search_from[class] = self.search_from[class].min(page);
                if slots::all_free(page) {
                    self.pages.free_page(page);
                }
                RELEASED
            }
            _ => NOT_AN_AREA,
        }
    }
}

impl Slabs {
    fn slot(&mut self, class: usize, size: u32) -> u32 {
        let from = self.search_from[class];
        let page = self
            .pages
            .find(from, |page, used_for| used_for == Use::Slots(class) && slots::has_room(page, class));
        let Some(page) = page.or_else(|| self.pages.take_for_slots(class)) else {
            return REFUSED;
        };
        // A new page may lie below the pages that were searched; those above it may have room as well.
        self.search_from[class] = page;
        slots::take(page, class, size)
    }
}
