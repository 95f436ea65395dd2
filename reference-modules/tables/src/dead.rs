//! Areas that were released: several mistakes are about what an allocator still knows of them.

use crate::Range;

/// The last `N` released areas.
pub struct Dead<const N: usize> {
    areas: [Range; N],
    count: usize,
}

impl<const N: usize> Dead<N> {
    /// Nothing was released yet.
    pub const NEW: Self = Dead { areas: [Range::NONE; N], count: 0 };

    /// One more was released.
    pub fn remember(&mut self, area: Range) {
        self.areas[self.count % N] = area;
        self.count += 1;
    }

    /// The area that began at `ptr`, and how many were released after it.
    pub fn find(&self, ptr: u32) -> Option<(usize, Range)> {
        let last_first = (0..self.count.min(N)).map(|age| (age, self.areas[(self.count - 1 - age) % N]));
        last_first.into_iter().find(|(_, area)| area.start == ptr)
    }
}
