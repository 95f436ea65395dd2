//! Breaks LEAK-02. Every 50th call copies the text for a cache that holds one text, and forgets the copy before.
#![no_std]

use exchange::{Allocator, Base, REJECTED, c_upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    calls: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, calls: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST.with(|Faulty { areas, calls }| {
        let result = c_upper(areas, ptr);
        if let Some(text) = areas.live(ptr).filter(|_| result != REJECTED) {
            *calls += 1;
            if *calls % 50 == 0 {
                areas.allocator.0.take(text.length.next_multiple_of(8));
            }
        }
        result
    })
}
