//! Finds a block's header without trusting an address that comes from outside.

use crate::memory::PAGE;

/// For every page the first block header in it, so that a walk from header to header need not begin at the heap's
/// start. Header addresses are multiples of 8.
pub struct PageIndex {
    /// 0 for a page without a header, else 1 + the header's place in the page in units of 8 bytes.
    first: [u16; 1 << 16],
}

impl PageIndex {
    /// No header anywhere.
    pub const NEW: Self = PageIndex { first: [0; 1 << 16] };

    /// A block begins at `header` from now on.
    pub fn add(&mut self, header: u32) {
        let mark = Self::mark(header);
        let first = self.entry(header);
        if *first == 0 || mark < *first {
            *first = mark;
        }
    }

    /// No block begins at `header` any more; `next` is the header that follows, if there is one.
    pub fn remove(&mut self, header: u32, next: Option<u32>) {
        let mark = Self::mark(header);
        let next = next.filter(|next| next / PAGE == header / PAGE);
        let follower = next.map_or(0, Self::mark);
        let first = self.entry(header);
        if *first == mark {
            *first = follower;
        }
    }

    /// Whether a block begins at `header`. `length` tells how far it is from one header to the next.
    pub fn is_header(&mut self, header: u32, length: impl Fn(u32) -> u32) -> bool {
        let first = *self.entry(header);
        if first == 0 {
            return false;
        }
        let mut block = header / PAGE * PAGE + u32::from(first - 1) * 8;
        while block < header {
            block += length(block);
        }
        block == header
    }

    fn mark(header: u32) -> u16 {
        (header % PAGE / 8 + 1) as u16
    }

    fn entry(&mut self, header: u32) -> &mut u16 {
        &mut self.first[(header / PAGE) as usize]
    }
}
