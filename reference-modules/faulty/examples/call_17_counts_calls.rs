//! Breaks CALL-17. From the second call on the result ends in the number of calls before, which was meant for debugging.
#![no_std]

use exchange::{Allocator, Base, REJECTED, upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    calls: u8,
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

/// The text in upper case, and a digit.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, calls }| {
            let text = areas.text(text, len)?;
            let more = usize::from(*calls > 0);
            let pair = areas.make_bytes(text.len() + more, |result| {
                let (letters, digit) = result.split_at_mut(text.len());
                upper(text, letters);
                digit.fill(b'0' + *calls % 10);
            })?;
            *calls = calls.saturating_add(1);
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
