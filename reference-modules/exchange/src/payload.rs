//! What the host hands over: looked up, and looked at, before anything is done with it.

use crate::Areas;
use contract::Allocator;
use core::{slice, str};
use tables::Range;

impl<A: Allocator> Areas<A> {
    /// The C string in the live area that begins at `ptr`, without its NUL. `None` for any other address, and for an
    /// area that is not text with one NUL as its last byte: only the area's end keeps the search for it from running on.
    pub fn c_string(&self, ptr: u32) -> Option<&'static str> {
        utf8(up_to_nul(bytes(self.live(ptr)?))?)
    }

    /// The bytes of the live area that begins at `ptr` and is `len` bytes long, not more and not fewer.
    pub fn payload(&self, ptr: u32, len: u32) -> Option<&'static [u8]> {
        self.live(ptr).filter(|area| area.length == len).map(bytes)
    }

    /// The same, if the bytes are text.
    pub fn text(&self, ptr: u32, len: u32) -> Option<&'static str> {
        utf8(self.payload(ptr, len)?)
    }

    /// The same, if the bytes are text, to be changed where they lie (shape `in-place`).
    pub fn text_mut(&self, ptr: u32, len: u32) -> Option<&'static mut [u8]> {
        self.text(ptr, len)?;
        self.live(ptr).map(bytes_mut)
    }
}

/// Leaves out of the bytes all that are `out`, and moves the others to the front; how many these are.
pub fn leave_out(out: u8, bytes: &mut [u8]) -> u32 {
    let mut kept = 0;
    for index in 0..bytes.len() {
        if bytes[index] != out {
            bytes[kept] = bytes[index];
            kept += 1;
        }
    }
    kept as u32
}

/// What lies before the one NUL, which is the last byte.
pub fn up_to_nul(area: &[u8]) -> Option<&[u8]> {
    let (nul, text) = area.split_last()?;
    (*nul == 0 && !text.contains(&0)).then_some(text)
}

/// Bytes as text, if they are.
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    str::from_utf8(bytes).ok()
}

/// The bytes of an area that stays live as long as they are used.
pub fn bytes(area: Range) -> &'static [u8] {
    // SAFETY: the area is in the book, so these bytes are there, and nobody but this call runs now.
    unsafe { slice::from_raw_parts(area.start as *const u8, area.length as usize) }
}

/// The same, to be written.
pub fn bytes_mut(area: Range) -> &'static mut [u8] {
    // SAFETY: as in `bytes`; the caller writes to areas that it has made itself and nobody else reads yet.
    unsafe { slice::from_raw_parts_mut(area.start as *mut u8, area.length as usize) }
}
