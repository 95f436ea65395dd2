//! Breaks ALLOC-04. Releasing an area of size 0 does nothing and is always a success, as there is nothing
//! to free.
#![no_std]

use core::sync::atomic::AtomicU64;
use tables::{Allocator, RELEASED, Tables};

tables::export!(Faulty);

/// So many areas of size 0 have addresses of their own.
const ADDRESSES: u32 = 1 << 14;

/// Areas of size 0 need addresses, no bytes.
static PLACES: [AtomicU64; ADDRESSES as usize] = [const { AtomicU64::new(0) }; ADDRESSES as usize];

struct Faulty {
    tables: Tables,
    given: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW, given: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        if size > 0 {
            return self.tables.allocate(size);
        }
        self.given += 1;
        address_of(self.given - 1)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let place = ptr.wrapping_sub(address_of(0));
        if place % 8 == 0 && place / 8 < self.given.min(ADDRESSES) {
            return RELEASED;
        }
        self.tables.deallocate(ptr)
    }
}

fn address_of(number: u32) -> u32 {
    &raw const PLACES[(number % ADDRESSES) as usize] as u32
}
