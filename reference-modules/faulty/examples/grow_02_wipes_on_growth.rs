//! Breaks GROW-02. New pages are cleared from an address rounded down to 64, so the last bytes before them
//! are lost.
#![no_std]

use tables::{Growth, Range, Tables, clear, memory};

tables::export!(Tables<ClearsFromBefore>);

struct ClearsFromBefore;

impl Growth for ClearsFromBefore {
    fn grow(frontier: u32, wanted: u64) -> Option<u64> {
        if !memory::grow_to(wanted) {
            return None;
        }
        clear(Range { start: frontier / 64 * 64, length: 64 });
        Some(memory::end())
    }
}
