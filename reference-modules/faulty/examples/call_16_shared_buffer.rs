//! Breaks CALL-16. All results are written to one buffer: as long as the host has not released it and the next result
//! fits, that one overwrites it.
#![no_std]

use exchange::{Allocator, Base, REJECTED, bytes_mut, upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    buffer: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, buffer: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if ptr == self.buffer {
            self.buffer = 0;
        }
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, buffer }| {
            let text = areas.c_string(text)?;
            match areas.live(*buffer).filter(|old| old.length as usize > text.len()) {
                Some(old) => {
                    let (letters, rest) = bytes_mut(old).split_at_mut(text.len());
                    upper(text, letters);
                    rest.fill(0);
                }
                None => *buffer = areas.make_c_string(text.len(), |result| upper(text, result))?,
            }
            Some(*buffer)
        })
        .unwrap_or(REJECTED)
}
