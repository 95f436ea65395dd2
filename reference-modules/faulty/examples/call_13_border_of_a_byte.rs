//! Breaks CALL-13. The check of UTF-8 is the guest's own, and of what may follow within a character it knows the upper
//! border as C0, where it is BF.
#![no_std]

use exchange::{Base, REJECTED, bytes};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = bytes(areas.live(ptr).filter(|area| area.length == len)?);
            let mut rest = text;
            while !rest.is_empty() {
                rest = &rest[character(rest)?..];
            }
            areas.make_bytes(text.len(), |result| {
                result.copy_from_slice(text);
                result.make_ascii_uppercase();
            })
        })
        .unwrap_or(REJECTED)
}

/// How many bytes the character in front has.
fn character(text: &[u8]) -> Option<usize> {
    let (length, second) = match text[0] {
        0..=0x7F => return Some(1),
        0xC2..=0xDF => (2, 0x80..=0xC0),
        0xE0 => (3, 0xA0..=0xC0),
        0xED => (3, 0x80..=0x9F),
        0xE1..=0xEF => (3, 0x80..=0xC0),
        0xF0 => (4, 0x90..=0xC0),
        0xF1..=0xF3 => (4, 0x80..=0xC0),
        0xF4 => (4, 0x80..=0x8F),
        _ => return None,
    };
    let (first, others) = text.get(1..length)?.split_first()?;
    let fine = second.contains(first) && others.iter().all(|byte| (0x80..=0xC0).contains(byte));
    fine.then_some(length)
}
