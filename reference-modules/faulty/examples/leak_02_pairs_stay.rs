//! Breaks LEAK-02. The pair of a result is struck off the book when the host releases it, but its bytes are never free
//! again.
#![no_std]

use exchange::{Allocator, Base, REJECTED, RELEASED, Range, Ranges, rust_upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    pairs: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, pairs: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if self.pairs.remove(ptr).is_some() && self.areas.strike(ptr).is_some() {
            return RELEASED;
        }
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|Faulty { areas, pairs }| {
        let pair = rust_upper(areas, text, len);
        if pair != REJECTED {
            pairs.insert(Range { start: pair, length: 8 });
        }
        pair
    })
}
