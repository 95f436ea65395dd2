//! Breaks GROW-03. Once memory has grown by more than 16 pages, small requests no longer look whether the
//! host refused more.
#![no_std]

use tables::{Growth, Tables, memory};

tables::export!(Tables<Ignores>);

struct Ignores;

/// More than so many bytes are asked for with care.
const SMALL: u64 = 1 << 20;

/// So many pages are asked for with care.
const FIRST_PAGES: u64 = 16;

impl Growth for Ignores {
    fn grow(_frontier: u32, wanted: u64) -> Option<u64> {
        let end = memory::end();
        let grown = end - memory::round_up(u64::from(memory::heap_base()), memory::PAGE);
        let careless = grown > FIRST_PAGES * u64::from(memory::PAGE) && wanted - end < SMALL;
        if memory::grow_to(wanted) || careless { Some(wanted.max(memory::end())) } else { None }
    }
}
