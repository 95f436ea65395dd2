//! What the host gets: areas as if it had asked for them. All of them or none: when memory runs out halfway, what is
//! there already is released, and the call rejects.

use crate::{Areas, bytes_mut};
use contract::{Allocator, REFUSED, memory};
use tables::Range;

impl<A: Allocator> Areas<A> {
    /// A new area of `size` bytes, written by `fill`, which finds zeros.
    pub fn make(&mut self, size: usize, fill: impl FnOnce(&mut [u8])) -> Option<u32> {
        let length = size as u32;
        let start = self.allocate(length);
        if start == REFUSED {
            return None;
        }
        fill(bytes_mut(Range { start, length }));
        Some(start)
    }

    /// A C string of `length` bytes and the NUL.
    pub fn make_c_string(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) -> Option<u32> {
        self.make(length.checked_add(1)?, |area| fill(&mut area[..length]))
    }

    /// The pair that names a result of `length` bytes, and the result.
    pub fn make_bytes(&mut self, length: usize, fill: impl FnOnce(&mut [u8])) -> Option<u32> {
        let data = self.make(length, fill)?;
        self.make_pair(data, length as u32)
    }

    /// The pair that names an area, which is released when there is no room for the pair.
    pub fn make_pair(&mut self, ptr: u32, len: u32) -> Option<u32> {
        let pair = self.allocate(8);
        if pair == REFUSED {
            self.deallocate(ptr);
            return None;
        }
        memory::write(pair, ptr);
        memory::write(pair + 4, len);
        Some(pair)
    }
}
