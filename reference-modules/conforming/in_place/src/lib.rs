//! A guest that works in place: it changes the area of its host, and answers with how much of it is left.
//!
//! Nothing is allocated during a call and nothing is copied: what comes in and what goes out are the same bytes of the same
//! area, which is the host's before, during and after. So the result can be no longer than the area. Take this shape for
//! work that shortens or keeps: a filter, a mask, an encoding of the same width. See "In place" in EXCHANGE.md.
//!
//! One thing needs care: a call that rejects must leave the area as it was. So all of it is looked at before the first
//! byte is changed.
#![no_std]

use exchange::{Base, bytes_mut, utf8};

exchange::export!(Base);

/// What a call answers when it rejects. No area is so long.
const REJECTED: u32 = u32::MAX;

/// Makes one space of each run of spaces in the text of the live area at `text`, which is `len` bytes long (shape
/// `in-place`). The answer is the text's new length, or [`REJECTED`].
///
/// Owner of the area: the host, all the time; it releases it as it would without the call. Behind the new length
/// lie zeros.
/// Rejected, and unchanged: an address that is no live area, a length other than the area's, text that is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn squeeze_spaces(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let area = areas.live(text).filter(|area| area.length == len)?;
            let bytes = bytes_mut(area);
            utf8(bytes)?;
            Some(squeeze(bytes) as u32)
        })
        .unwrap_or(REJECTED)
}

/// Moves what stays to the front; how much it is. Spaces are ASCII, so no character is torn.
fn squeeze(bytes: &mut [u8]) -> usize {
    let mut kept = 0;
    for index in 0..bytes.len() {
        let byte = bytes[index];
        if byte != b' ' || kept == 0 || bytes[kept - 1] != b' ' {
            bytes[kept] = byte;
            kept += 1;
        }
    }
    // Nothing old is left behind: a second call, of the whole area, finds text again.
    bytes[kept..].fill(0);
    kept
}
