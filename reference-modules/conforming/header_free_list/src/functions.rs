//! What this guest does for its host.

use crate::GUEST;
use core::sync::atomic::{AtomicU32, Ordering};
use exchange::{Decimal, REJECTED, join};

/// The characters of the text from the last one to the first.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_reverse(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.text(text, len)?;
            areas.make_bytes(text.len(), |result| {
                let mut place = text.len();
                for character in text.chars() {
                    place -= character.len_utf8();
                    character.encode_utf8(&mut result[place..]);
                }
            })
        })
        .unwrap_or(REJECTED)
}

/// How many texts were numbered.
static NUMBERED: AtomicU32 = AtomicU32::new(0);

/// The C string with its number in front: 1 for the first one that this instance is given. That the answer depends on the
/// calls before is what the function is for, so the descriptor declares it `stateful`.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_number(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(text)?;
            let number = NUMBERED.load(Ordering::Relaxed).wrapping_add(1);
            let digits = Decimal::of(number);
            let parts = [digits.bytes(), b". ", text.as_bytes()];
            let length = digits.bytes().len() + 2 + text.len();
            let result = areas.make_c_string(length, |result| join(&parts, result))?;
            NUMBERED.store(number, Ordering::Relaxed);
            Some(result)
        })
        .unwrap_or(REJECTED)
}
