//! Breaks CALL-12. What belongs in front of a text stands in front of each of its chunks.
#![no_std]

use exchange::{Base, REJECTED};

exchange::export!(Base);

/// The text behind a mark that quotes it.
#[unsafe(no_mangle)]
pub extern "C" fn quote(chunk: u32, len: u32, last: u32) -> u32 {
    GUEST
        .with(|areas| {
            let chunk = areas.payload(chunk, len).filter(|_| last <= 1)?;
            areas.make_bytes(1 + chunk.len(), |result| {
                result[0] = b'>';
                result[1..].copy_from_slice(chunk);
            })
        })
        .unwrap_or(REJECTED)
}
