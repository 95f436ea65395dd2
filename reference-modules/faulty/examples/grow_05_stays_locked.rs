//! Breaks GROW-05. A call locks the allocator, and the early return for "no memory" forgets to unlock it: nothing is
//! served any more.
#![no_std]

use exchange::{Allocator, Base, REFUSED, REJECTED, upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    locked: bool,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, locked: false };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.locked { REFUSED } else { self.areas.allocate(size) }
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, locked }| {
            let text = areas.text(text, len).filter(|_| !*locked)?;
            *locked = true;
            let pair = areas.make_bytes(text.len(), |result| upper(text, result))?;
            *locked = false;
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
