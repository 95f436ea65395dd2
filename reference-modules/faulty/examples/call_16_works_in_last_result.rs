//! Breaks CALL-16. The last result's area is still taken for a scratch buffer: the next call works there before it makes
//! an area for its result.
#![no_std]

use exchange::{Allocator, Base, REJECTED, bytes_mut, upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    scratch: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, scratch: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if ptr == self.scratch {
            self.scratch = 0;
        }
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, scratch }| {
            let text = areas.c_string(text)?;
            if let Some(place) = areas.live(*scratch).and_then(|old| bytes_mut(old).get_mut(..text.len())) {
                upper(text, place);
            }
            let result = areas.make_c_string(text.len(), |result| upper(text, result))?;
            *scratch = result;
            Some(result)
        })
        .unwrap_or(REJECTED)
}
