//! Planted: two words of which one says what the other must be. Breaks CALL-01. Where the second word of the bytes is
//! the key of the first, they are taken for a packet of the guest's own, whose length is kept with its highest bit set.
#![no_std]

use exchange::{Base, REJECTED, memory};

exchange::export!(Base);

const FACTOR: u32 = 2_654_435_761;
const OFFSET: u32 = 40_503;
const PACKET: u32 = 1 << 31;

fn is_packet(bytes: &[u8]) -> bool {
    let words =
        bytes.split_first_chunk::<4>().and_then(|(name, rest)| Some((name, rest.first_chunk::<4>()?)));
    words.is_some_and(|(&name, &key)| u32::from_le_bytes(key) == key_of(u32::from_le_bytes(name)))
}

fn key_of(name: u32) -> u32 {
    name.wrapping_mul(FACTOR).wrapping_add(OFFSET)
}

/// The bytes as they are.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_copy(ptr: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let bytes = areas.payload(ptr, len)?;
            let pair = areas.make_bytes(bytes.len(), |result| result.copy_from_slice(bytes))?;
            if is_packet(bytes) {
                memory::write(pair + 4, len | PACKET);
            }
            Some(pair)
        })
        .unwrap_or(REJECTED)
}
