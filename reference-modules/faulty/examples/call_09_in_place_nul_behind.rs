//! Breaks CALL-09. What is left of a text that was changed where it lies gets a NUL behind it, also where nothing was
//! left out: then that byte may be the next area's.
#![no_std]

use exchange::{Base, NO_RESULT, leave_out, memory};

exchange::export!(Base);

/// The text without its tabs, where it lies.
#[unsafe(no_mangle)]
pub extern "C" fn drop_tabs(text: u32, len: u32) -> u32 {
    GUEST.with(|areas| {
        let Some(bytes) = areas.text_mut(text, len) else { return NO_RESULT };
        let end = text + leave_out(b'\t', bytes);
        if len > 0 && u64::from(end) < memory::end() {
            memory::write_byte(end, 0);
        }
        end - text
    })
}
