//! A block in memory: its length and whether it is free, the length of the block before it, then the area.
//! A free block has the links of the free list where its area would be.

use contract::memory::{read, write};

/// The bytes in front of each area.
pub const HEADER: u32 = 8;

/// A header and the two links that the block has while it is free.
pub const SMALLEST: u32 = 16;

/// The end of the free list.
pub const NONE: u32 = 0;

/// Lengths are multiples of 8, so the lowest bit is there for this mark.
const FREE: u32 = 1;

pub fn length(block: u32) -> u32 {
    read(block) & !FREE
}

pub fn is_free(block: u32) -> bool {
    read(block) & FREE != 0
}

/// 0 for the heap's first block.
pub fn length_before(block: u32) -> u32 {
    read(block + 4)
}

pub fn set_length_before(block: u32, before: u32) {
    write(block + 4, before);
}

pub fn set_used(block: u32, length: u32, before: u32) {
    write(block, length);
    write(block + 4, before);
}

pub fn set_free(block: u32, length: u32, before: u32) {
    write(block, length | FREE);
    write(block + 4, before);
}

pub fn set_end(block: u32, before: u32) {
    set_used(block, 0, before);
}

pub fn next_free(block: u32) -> u32 {
    read(block + 8)
}

/// Puts a free block at the front of the list.
pub fn link(list: &mut u32, block: u32) {
    write(block + 8, *list);
    write(block + 12, NONE);
    if *list != NONE {
        write(*list + 12, block);
    }
    *list = block;
}

/// Takes a free block out of the list, wherever it is.
pub fn unlink(list: &mut u32, block: u32) {
    let next = next_free(block);
    let previous = read(block + 12);
    if previous == NONE {
        *list = next;
    } else {
        write(previous + 8, next);
    }
    if next != NONE {
        write(next + 12, previous);
    }
}
