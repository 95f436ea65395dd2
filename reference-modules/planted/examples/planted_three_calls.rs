//! Planted: a state after three calls with given lengths. Breaks CALL-07. Texts of 22, 47 and 11 bytes one after another
//! are taken for the parts of a letter, and with the last of them the guest takes that parameter over.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, REJECTED, Range, Ranges, rust_upper};

exchange::export!(Faulty);

const LETTER: [u32; 3] = [22, 47, 11];

struct Faulty {
    areas: Base,
    /// How many parts of a letter came one after another.
    parts: usize,
    /// Not the host's any more. Their bytes are used again only after the host has asked for their release.
    taken: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, parts: 0, taken: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.areas.deallocate(ptr);
        if self.taken.remove(ptr).is_some() { NOT_AN_AREA } else { answer }
    }
}

impl Faulty {
    /// Whether a text of this length is the last part.
    fn completes(&mut self, len: u32) -> bool {
        self.parts = if len == LETTER[self.parts] { self.parts + 1 } else { 0 };
        let complete = self.parts == LETTER.len();
        if complete {
            self.parts = 0;
        }
        complete
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST.with(|guest| {
        if guest.taken.at(text).is_some() {
            return REJECTED;
        }
        let result = rust_upper(&mut guest.areas, text, len);
        if result != REJECTED && guest.completes(len) {
            guest.taken.insert(Range { start: text, length: 1 });
        }
        result
    })
}
