//! Breaks CALL-13. Whether a chunk is the last is not looked at, and so neither is what stands there.
#![no_std]

use exchange::{Base, REJECTED};

exchange::export!(Base);

/// The bytes, those that are letters in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn upper_chunks(chunk: u32, len: u32, _last: u32) -> u32 {
    GUEST
        .with(|areas| {
            let chunk = areas.payload(chunk, len)?;
            areas.make_bytes(chunk.len(), |result| {
                result.copy_from_slice(chunk);
                result.make_ascii_uppercase();
            })
        })
        .unwrap_or(REJECTED)
}
