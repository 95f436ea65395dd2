//! Breaks GROW-01. The heap is what the linker set aside, and `memory.grow` is never called: once it is full, nothing is
//! served any more, however much the host would allow.
#![no_std]

use tables::{Growth, Tables};

/// Knows the memory that there is, and asks for no more.
pub struct Fixed;

impl Growth for Fixed {
    fn grow(_frontier: u32, _wanted: u64) -> Option<u64> {
        None
    }
}

tables::export!(Tables<Fixed>);
