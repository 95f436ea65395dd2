//! Breaks GROW-04. A result for which the memory had to grow is booked as growth: its release takes place, but is
//! answered with -1.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, REJECTED, Range, Ranges, c_upper, memory};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    growth: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, growth: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.areas.deallocate(ptr);
        if self.growth.remove(ptr).is_some() { NOT_AN_AREA } else { answer }
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|Faulty { areas, growth }| {
        let pages = memory::pages();
        let result = c_upper(areas, text);
        if result != REJECTED && memory::pages() > pages {
            growth.insert(Range { start: result, length: 1 });
        }
        result
    })
}
