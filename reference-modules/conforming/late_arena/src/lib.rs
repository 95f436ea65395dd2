//! An arena that starts over when nothing is live, but not before 4 MiB are used.
//!
//! A guest with a garbage collector does much the same: what is released stays for a while, and for some megabytes it
//! looks as if it were lost. Its memory stops growing all the same.
#![no_std]

use contract::memory::{self, ALIGNMENT};
use contract::{Allocator, NOT_AN_AREA, REFUSED, RELEASED};
use exchange::{Areas, MOST_AREAS, REJECTED, Range, Ranges};

contract::export!(Areas<LateArena>);

/// The text in quotation marks.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_quote(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(text)?;
            areas.make_c_string(text.len().checked_add(2)?, |result| {
                result.fill(b'"');
                result[1..=text.len()].copy_from_slice(text.as_bytes());
            })
        })
        .unwrap_or(REJECTED)
}

/// Less is not worth starting over for.
const WORTH_IT: u32 = 4 << 20;

/// The allocator: which areas are live, and where the next one goes.
struct LateArena {
    /// The first free byte; 0 before the first call.
    top: u32,
    live: Ranges<MOST_AREAS>,
}

impl Allocator for LateArena {
    const NEW: Self = LateArena { top: 0, live: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let base = memory::round_up(u64::from(memory::heap_base()), ALIGNMENT) as u32;
        let drained = self.live.all().is_empty();
        if self.top == 0 || drained && self.top - base > WORTH_IT {
            self.top = base;
        }
        // Also an area of size 0 has a byte of its own, so no two areas share an address.
        let length = memory::round_up(u64::from(size.max(1)), ALIGNMENT);
        let end = u64::from(self.top) + length;
        if self.live.is_full() || end > u64::from(u32::MAX) || !memory::grow_to(end) {
            return REFUSED;
        }
        let start = self.top;
        memory::clear(start, size);
        self.live.insert(Range { start, length: length as u32 });
        self.top = end as u32;
        start
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.live.remove(ptr).map_or(NOT_AN_AREA, |_| RELEASED)
    }
}
