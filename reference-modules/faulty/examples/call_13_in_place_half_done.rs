//! Breaks CALL-13. The text is changed as far as it is one, and rejected only then.
#![no_std]

use exchange::{Base, NO_RESULT, Range, bytes_mut};

exchange::export!(Base);

/// The text in upper case, where it lies.
#[unsafe(no_mangle)]
pub extern "C" fn upper_here(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let Some(area) = areas.live(text).filter(|area| area.length == len) else { return NO_RESULT };
        for part in bytes_mut(area).utf8_chunks() {
            let start = part.valid().as_ptr() as u32;
            bytes_mut(Range { start, length: part.valid().len() as u32 }).make_ascii_uppercase();
            if !part.invalid().is_empty() {
                return NO_RESULT;
            }
        }
        len
    })
}
