//! A bump arena: areas are placed one above the other, and only what lies at the top is used again.
//!
//! A dead area below a live one stays dead until everything above it is dead too. Wasteful, quick, and honest: nothing
//! is lost for good, and a host that releases everything gets everything back. One that never does is LEAK-04's.
#![no_std]

use contract::memory::{self, ALIGNMENT};
use contract::{Allocator, NOT_AN_AREA, PageIndex, REFUSED, RELEASED};
use exchange::{Areas, REJECTED};

contract::export!(Areas<BumpArena>);

/// The function's result is so many times as long as its text, so that ordinary calls make the memory grow.
const TIMES: usize = 10;

/// The text, ten times.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_repeat(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.text(text, len)?;
            areas.make_bytes(text.len().checked_mul(TIMES)?, |result| {
                // Not even an empty text is cut into pieces of length 0.
                let pieces = result.chunks_exact_mut(text.len().max(1));
                pieces.for_each(|piece| piece.copy_from_slice(text.as_bytes()));
            })
        })
        .unwrap_or(REJECTED)
}

/// In front of each area: the length of header and area, with a mark, and the header of the area below.
const HEADER: u32 = 8;

/// Lengths are multiples of 8, so the lowest bit is there for this mark.
const DEAD: u32 = 1;

/// The allocator: a stack of areas in the memory itself.
struct BumpArena {
    /// The first free byte; 0 before the first call.
    top: u32,
    /// The header of the topmost area; 0 when there is none.
    last: u32,
    headers: PageIndex,
}

impl Allocator for BumpArena {
    const NEW: Self = BumpArena { top: 0, last: 0, headers: PageIndex::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.top == 0 {
            self.top = memory::round_up(u64::from(memory::heap_base()), ALIGNMENT) as u32;
        }
        // Also an area of size 0 has a byte of its own, so no two areas share an address.
        let length = memory::round_up(u64::from(HEADER) + u64::from(size.max(1)), ALIGNMENT);
        let end = u64::from(self.top) + length;
        if end > u64::from(u32::MAX) || !memory::grow_to(end) {
            return REFUSED;
        }
        let header = self.top;
        memory::write(header, length as u32);
        memory::write(header + 4, self.last);
        memory::clear(header + HEADER, size);
        self.headers.add(header);
        self.last = header;
        self.top = end as u32;
        header + HEADER
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(header) = ptr.checked_sub(HEADER) else {
            return NOT_AN_AREA;
        };
        let in_arena = ptr < self.top && ptr % ALIGNMENT == 0;
        if !in_arena || !self.headers.is_header(header, length) || is_dead(header) {
            return NOT_AN_AREA;
        }
        memory::write(header, length(header) | DEAD);
        self.pop_the_dead();
        RELEASED
    }
}

impl BumpArena {
    fn pop_the_dead(&mut self) {
        while self.last != 0 && is_dead(self.last) {
            self.headers.remove(self.last, None);
            self.top = self.last;
            self.last = memory::read(self.last + 4);
        }
    }
}

fn length(header: u32) -> u32 {
    memory::read(header) & !DEAD
}

fn is_dead(header: u32) -> bool {
    memory::read(header) & DEAD != 0
}
