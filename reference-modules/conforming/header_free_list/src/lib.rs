//! Header in front of each area, one first-fit free list, neighbours joined at once.
//!
//! The heap is a row of blocks without gaps: 8 bytes of header, then the area. The last header is an end mark that is
//! never free, so that no block needs to ask whether it has a right neighbour.
#![no_std]

mod blocks;
mod functions;

use blocks::{HEADER, NONE, SMALLEST};
use contract::memory::{self, ALIGNMENT, PAGE};
use contract::{Allocator, NOT_AN_AREA, PageIndex, REFUSED, RELEASED};
use exchange::Areas;

contract::export!(Areas<FreeList>);

/// The allocator: where the heap begins and ends, and what is free.
struct FreeList {
    /// The heap's first header; 0 before the first call.
    start: u32,
    /// The end mark.
    end: u32,
    /// The free block that was released last.
    free: u32,
    headers: PageIndex,
}

impl Allocator for FreeList {
    const NEW: Self = FreeList { start: 0, end: 0, free: NONE, headers: PageIndex::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let length = memory::round_up(u64::from(size) + u64::from(HEADER), ALIGNMENT);
        let length = length.max(u64::from(SMALLEST));
        if !self.prepare() {
            return REFUSED;
        }
        let Some(block) = self.first_fit(length).or_else(|| self.grow(length)) else {
            return REFUSED;
        };
        // It fits into a block, so it is a 32-bit number.
        self.take(block, length as u32);
        memory::clear(block + HEADER, size);
        block + HEADER
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let Some(block) = ptr.checked_sub(HEADER) else {
            return NOT_AN_AREA;
        };
        let in_heap = self.start != 0 && block >= self.start && block < self.end && ptr % ALIGNMENT == 0;
        if !in_heap || !self.headers.is_header(block, blocks::length) || blocks::is_free(block) {
            return NOT_AN_AREA;
        }
        self.release(block);
        RELEASED
    }
}

impl FreeList {
    /// On the first call: what is left of the memory after the module's own data becomes one free block.
    fn prepare(&mut self) -> bool {
        if self.start != 0 {
            return true;
        }
        let start = memory::round_up(u64::from(memory::heap_base()), ALIGNMENT);
        if !memory::grow_to(start + u64::from(HEADER)) {
            return false;
        }
        self.start = start as u32;
        self.end = self.start;
        blocks::set_end(self.end, 0);
        let room = (memory::end() - start) as u32 - HEADER;
        if room >= SMALLEST {
            self.append(room);
        }
        true
    }

    fn first_fit(&self, length: u64) -> Option<u32> {
        let mut block = self.free;
        while block != NONE {
            if u64::from(blocks::length(block)) >= length {
                return Some(block);
            }
            block = blocks::next_free(block);
        }
        None
    }

    /// Grows the memory until the last block is long enough.
    fn grow(&mut self, length: u64) -> Option<u32> {
        let last = self.end - blocks::length_before(self.end);
        let already = if last < self.end && blocks::is_free(last) { self.end - last } else { 0 };
        let pages = (length - u64::from(already)).div_ceil(u64::from(PAGE));
        // The last page of a 4 GiB memory stays unused: so every address of the heap is a 32-bit number.
        if memory::end() + pages * u64::from(PAGE) > u64::from(u32::MAX) || !memory::grow(pages) {
            return None;
        }
        Some(self.append(pages as u32 * PAGE))
    }

    /// Moves the end mark up; the free block that now lies before it.
    fn append(&mut self, length: u32) -> u32 {
        let block = self.end;
        let before = blocks::length_before(block);
        self.end += length;
        blocks::set_used(block, length, before);
        blocks::set_end(self.end, length);
        self.headers.add(block);
        self.release(block)
    }

    /// Cuts `length` bytes from the front of a free block; a rest too small for a block stays with the area.
    fn take(&mut self, block: u32, length: u32) {
        blocks::unlink(&mut self.free, block);
        let whole = blocks::length(block);
        let before = blocks::length_before(block);
        let rest = whole - length;
        if rest < SMALLEST {
            blocks::set_used(block, whole, before);
            return;
        }
        let other = block + length;
        blocks::set_used(block, length, before);
        blocks::set_free(other, rest, length);
        blocks::set_length_before(other + rest, rest);
        blocks::link(&mut self.free, other);
        self.headers.add(other);
    }

    /// Frees a block and joins it with free neighbours; the joined block.
    fn release(&mut self, block: u32) -> u32 {
        let mut first = block;
        let mut length = blocks::length(block);
        let next = block + length;
        if next != self.end && blocks::is_free(next) {
            blocks::unlink(&mut self.free, next);
            length += blocks::length(next);
            self.headers.remove(next, Some(block + length));
        }
        let before = blocks::length_before(block);
        if before != 0 && blocks::is_free(block - before) {
            first = block - before;
            blocks::unlink(&mut self.free, first);
            length += before;
            self.headers.remove(block, Some(first + length));
        }
        blocks::set_free(first, length, blocks::length_before(first));
        blocks::set_length_before(first + length, length);
        blocks::link(&mut self.free, first);
        first
    }
}
