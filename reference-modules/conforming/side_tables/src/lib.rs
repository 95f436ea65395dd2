//! Two tables apart from the areas: the live ranges and the free ones, each sorted by address.
//!
//! The allocator itself is the crate `tables`; the faulty guests are this one with one step done wrong. Its function has the
//! shape `cstring`: a C string is never empty, so it needs no area of size 0, and this allocator has none.
#![no_std]

use exchange::{Areas, REJECTED, Tables};

exchange::export!(Areas<Tables>);

/// The text with each letter from A to Z moved on by 13: once hides it, twice shows it again.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_rot13(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let text = areas.c_string(text)?;
            areas.make_c_string(text.len(), |result| {
                result.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = moved(byte));
            })
        })
        .unwrap_or(REJECTED)
}

fn moved(byte: u8) -> u8 {
    match byte {
        b'A'..=b'M' | b'a'..=b'm' => byte + 13,
        b'N'..=b'Z' | b'n'..=b'z' => byte - 13,
        _ => byte,
    }
}
