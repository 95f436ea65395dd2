//! Planted: a checksum before the bug. Breaks CALL-15. Bytes that begin with the checksum of the rest are taken for a list
//! of entries, and an entry that is 0 bytes long, its length byte included, is the next one for ever.
#![no_std]

use exchange::{Base, REJECTED};

exchange::export!(Base);

/// FNV-1a.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The list behind its checksum.
fn list(bytes: &[u8]) -> Option<&[u8]> {
    let (sum, rest) = bytes.split_first_chunk::<4>()?;
    (u32::from_le_bytes(*sum) == checksum(rest)).then_some(rest)
}

/// How many entries there are. The first byte of each is its length.
fn entries(list: &[u8]) -> usize {
    let (mut count, mut place) = (0_usize, 0);
    while let Some(&length) = list.get(place) {
        place += usize::from(length);
        count = count.wrapping_add(1);
    }
    count
}

/// The bytes as they are; of a list the first byte of the answer is how many entries it has.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_copy(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let bytes = areas.payload(ptr, len)?;
            let count = list(bytes).map(entries);
            areas.make_bytes(bytes.len(), |result| {
                result.copy_from_slice(bytes);
                if let (Some(first), Some(count)) = (result.first_mut(), count) {
                    *first = count as u8;
                }
            })
        })
        .unwrap_or(REJECTED)
}
