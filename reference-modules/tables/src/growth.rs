//! How the heap gets more memory. A step of its own, because it is a step that is easily done wrong.

use contract::memory;

/// How far the allocator believes that memory goes, and how it gets more.
pub trait Growth {
    /// Where memory ends before the first call.
    fn first_end() -> u64 {
        memory::end()
    }

    /// Grows the memory so that it reaches `wanted`; the end it has then, or `None` when the host refuses.
    /// `frontier` is where the free bytes at the memory's end begin.
    fn grow(frontier: u32, wanted: u64) -> Option<u64>;
}

/// Asks for the pages that are missing and believes the answer.
pub struct Checked;

impl Growth for Checked {
    fn grow(_frontier: u32, wanted: u64) -> Option<u64> {
        memory::grow_to(wanted).then(memory::end)
    }
}
