//! Breaks CALL-01. Results stand in a book of their own: a release frees them, but the answer is that of the other
//! book, which knows nothing of them: -1.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, REJECTED, Range, Ranges, c_upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    results: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, results: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.areas.deallocate(ptr);
        if self.results.remove(ptr).is_some() { NOT_AN_AREA } else { answer }
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|Faulty { areas, results }| {
        let result = c_upper(areas, text);
        if result != REJECTED {
            results.insert(Range { start: result, length: 1 });
        }
        result
    })
}
