//! Breaks GROW-05. A call takes a spin lock, and the early return for "no memory" forgets to let it go: the next call
//! waits for ever.
#![no_std]

use exchange::{Allocator, Base, REJECTED, upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    locked: bool,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, locked: false };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
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
            if *locked {
                loop {
                    core::hint::spin_loop();
                }
            }
            let text = areas.text(text, len)?;
            *locked = true;
            let pair = areas.make_bytes(text.len(), |result| upper(text, result))?;
            *locked = false;
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
