//! The work of the faulty guests: text in upper case. Only the letters A to Z have one here, so nothing changes its length.

use crate::{Areas, REJECTED};
use contract::Allocator;

/// Writes a text in upper case.
pub fn upper(text: &str, result: &mut [u8]) {
    result.copy_from_slice(text.as_bytes());
    result.make_ascii_uppercase();
}

/// The whole call, for a C string.
pub fn c_upper<A: Allocator>(areas: &mut Areas<A>, text: u32) -> u32 {
    let text = areas.c_string(text);
    text.and_then(|text| areas.make_c_string(text.len(), |result| upper(text, result))).unwrap_or(REJECTED)
}

/// The whole call, for a text with its length.
pub fn rust_upper<A: Allocator>(areas: &mut Areas<A>, text: u32, len: u32) -> u32 {
    let text = areas.text(text, len);
    text.and_then(|text| areas.make_bytes(text.len(), |result| upper(text, result))).unwrap_or(REJECTED)
}
