//! The book of how long each live area is.

use contract::{Allocator, REFUSED, RELEASED};
use tables::{Range, Ranges, Tables};

/// So many areas can be live at once.
pub const MOST_AREAS: usize = tables::MOST_AREAS;

/// An allocator, and beside it each live area's size, to the byte, as the host asked for it. The allocator itself knows
/// no more than how many bytes an area occupies, which is too much to read: behind its end lie bytes of others.
pub struct Areas<A> {
    /// Decides what is live.
    pub allocator: A,
    sizes: Ranges<MOST_AREAS>,
}

impl<A: Allocator> Allocator for Areas<A> {
    const NEW: Self = Areas { allocator: A::NEW, sizes: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        if self.sizes.is_full() {
            return REFUSED;
        }
        let ptr = self.allocator.allocate(size);
        if ptr != REFUSED {
            self.sizes.insert(Range { start: ptr, length: size });
        }
        ptr
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let answer = self.allocator.deallocate(ptr);
        if answer == RELEASED {
            self.sizes.remove(ptr);
        }
        answer
    }
}

impl<A: Allocator> Areas<A> {
    /// The live area that begins at `ptr`.
    pub fn live(&self, ptr: u32) -> Option<Range> {
        self.sizes.at(ptr)
    }

    /// The live area that has the byte at `address`.
    pub fn covering(&self, address: u32) -> Option<Range> {
        self.sizes.covering(address)
    }

    /// All live areas, lowest address first.
    pub fn all(&self) -> &[Range] {
        self.sizes.all()
    }
}

impl Areas<NonZero<Tables>> {
    /// Takes an area out of the live ones. Its bytes are not free yet.
    pub fn strike(&mut self, ptr: u32) -> Option<Range> {
        self.sizes.remove(ptr)?;
        self.allocator.0.strike(ptr)
    }
}

/// An allocator whose areas of size 0 take a byte, so that each has an address of its own.
pub struct NonZero<A>(pub A);

impl<A: Allocator> Allocator for NonZero<A> {
    const NEW: Self = NonZero(A::NEW);

    fn allocate(&mut self, size: u32) -> u32 {
        self.0.allocate(size.max(1))
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.0.deallocate(ptr)
    }
}
