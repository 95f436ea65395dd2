//! Breaks ALLOC-01. The check whether memory must grow forgets 16 bytes of bookkeeping, so an area may
//! stick out by so much.
#![no_std]

use tables::{Growth, Tables, memory};

tables::export!(Tables<ForgetsItsBooks>);

struct ForgetsItsBooks;

/// The bytes that the check forgets.
const BOOKS: u64 = 16;

impl Growth for ForgetsItsBooks {
    fn first_end() -> u64 {
        memory::end() + BOOKS
    }

    fn grow(_frontier: u32, wanted: u64) -> Option<u64> {
        memory::grow_to(wanted - BOOKS).then(|| memory::end() + BOOKS)
    }
}
