//! A guest that takes a text of any length, chunk after chunk, in memory that does not depend on how many there are.
//!
//! Each call gets a chunk and answers with what can be said so far; the host releases both before it hands over the next.
//! What a guest keeps between two calls has to be small and of one size. Here it is one number and one flag: `lines.rs`
//! has all of it. A guest that keeps the chunks themselves, "until all are there", does not stream. See "Streaming" in
//! EXCHANGE.md.
//!
//! A chunk may end anywhere: in the middle of a line, of a character, of a number. Whoever must not care has to carry
//! the rest over to the next chunk. This guest need not: it looks at single bytes.
#![no_std]

mod lines;

use exchange::{Allocator, Base, REJECTED};
use lines::Lines;

exchange::export!(Numbering);

/// The areas, and where the stream is.
struct Numbering {
    areas: Base,
    lines: Lines,
}

impl Allocator for Numbering {
    const NEW: Self = Numbering { areas: Base::NEW, lines: Lines::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// Puts its number in front of each line of a text, of which the live area at `chunk` has the next `len` bytes (shape
/// `stream`). `last` is 1 for the last chunk of a text, else 0. The answer is a pair of address and length, where the
/// chunk lies with the numbers in it.
///
/// Owner of the chunk: the host, before and after; it is only read, and no address of it is kept. Owner of pair and
/// result: the host.
/// Rejected with 0: an address that is no live area, a length other than the area's, a `last` that is neither, no memory
/// for the result. Then the text is over: the next chunk is the first of another one, as it is after the last.
#[unsafe(no_mangle)]
pub extern "C" fn number_lines(chunk: u32, len: u32, last: u32) -> u32 {
    GUEST.with(|Numbering { areas, lines }| {
        let begun = core::mem::replace(lines, Lines::NEW);
        let answer = areas.payload(chunk, len).filter(|_| last <= 1).and_then(|chunk| {
            let (length, after) = begun.measure(chunk);
            let answer = areas.make_bytes(length, |result| begun.write(chunk, result))?;
            Some((answer, after))
        });
        match answer {
            Some((answer, after)) => {
                if last == 0 {
                    *lines = after;
                }
                answer
            }
            None => REJECTED,
        }
    })
}
