//! Breaks ALLOC-01. For large areas the number of missing pages is rounded down, so memory ends before the
//! area does.
#![no_std]

use tables::{Growth, Tables, memory};

tables::export!(Tables<RoundsDown>);

struct RoundsDown;

const LARGE: u64 = 1 << 20;

impl Growth for RoundsDown {
    fn grow(_frontier: u32, wanted: u64) -> Option<u64> {
        let missing = wanted.saturating_sub(memory::end());
        if missing < LARGE {
            return memory::grow_to(wanted).then(memory::end);
        }
        memory::grow(missing / u64::from(memory::PAGE)).then_some(wanted)
    }
}
