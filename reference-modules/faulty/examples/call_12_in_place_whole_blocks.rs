//! Breaks CALL-12. A text of more than 4 KiB is changed block by block, and the answer counts whole blocks: what is
//! left seems longer than the area.
#![no_std]

use exchange::{Base, NO_RESULT, leave_out};

exchange::export!(Base);

const BLOCK: u32 = 4096;

/// The text without its tabs, where it lies.
#[unsafe(no_mangle)]
pub extern "C" fn drop_tabs(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let Some(bytes) = areas.text_mut(text, len) else { return NO_RESULT };
        let left = leave_out(b'\t', bytes);
        if left > BLOCK { left.next_multiple_of(BLOCK) } else { left }
    })
}
