//! Breaks CALL-07. The function takes its parameter over, as a Rust function does that is given a `String`: the host's own
//! release of it is answered with -1.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, REJECTED, Range, Ranges, c_upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    /// Not the host's any more. Their bytes are used again only after the host has asked for their release.
    taken: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, taken: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.areas.deallocate(ptr);
        if self.taken.remove(ptr).is_some() { NOT_AN_AREA } else { answer }
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|Faulty { areas, taken }| {
        if taken.at(text).is_some() {
            return REJECTED;
        }
        let result = c_upper(areas, text);
        if result != REJECTED {
            taken.insert(Range { start: text, length: 1 });
        }
        result
    })
}
