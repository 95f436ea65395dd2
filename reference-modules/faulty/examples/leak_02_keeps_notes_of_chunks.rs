//! Breaks LEAK-02. Each chunk of a text leaves a note of some 20 bytes behind until the text is over, however long it
//! is.
#![no_std]

use exchange::{Allocator, Base, REFUSED, REJECTED, memory};

exchange::export!(Faulty);

const NOTE: u32 = 24;

struct Faulty {
    areas: Base,
    /// The note of the last chunk; each names the one before.
    last_note: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, last_note: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

impl Faulty {
    fn forget(&mut self) {
        while self.last_note != 0 {
            let before = memory::read(self.last_note);
            self.areas.deallocate(self.last_note);
            self.last_note = before;
        }
    }

    fn chunk(&mut self, chunk: u32, len: u32, last: u32) -> Option<u32> {
        let chunk = self.areas.payload(chunk, len).filter(|_| last <= 1)?;
        let pair = self.areas.make_bytes(chunk.len(), |result| result.copy_from_slice(chunk))?;
        let note = self.areas.allocate(NOTE);
        if note != REFUSED {
            memory::write(note, self.last_note);
            self.last_note = note;
        }
        if last == 1 {
            self.forget();
        }
        Some(pair)
    }
}

/// The bytes as they are.
#[unsafe(no_mangle)]
pub extern "C" fn pass_on(chunk: u32, len: u32, last: u32) -> u32 {
    GUEST.with(|guest| {
        guest.chunk(chunk, len, last).unwrap_or_else(|| {
            guest.forget();
            REJECTED
        })
    })
}
