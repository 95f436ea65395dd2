//! Breaks CALL-17. A text that was given up after its first chunks is not over: the next one is taken for the rest of
//! it.
#![no_std]

use exchange::{Allocator, Base, REJECTED};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    begun: bool,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, begun: false };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// The text behind a mark that quotes it.
#[unsafe(no_mangle)]
pub extern "C" fn quote(chunk: u32, len: u32, last: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, begun }| {
            let chunk = areas.payload(chunk, len).filter(|_| last <= 1)?;
            let mark: &[u8] = if *begun { b"" } else { b">" };
            let pair = areas.make_bytes(mark.len() + chunk.len(), |result| {
                result[..mark.len()].copy_from_slice(mark);
                result[mark.len()..].copy_from_slice(chunk);
            })?;
            *begun = last == 0;
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
