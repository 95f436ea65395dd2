//! Breaks CALL-12. What the host answers to a piece is not looked at: it gets all of them, and is told that it wanted all.
#![no_std]

use exchange::Base;

exchange::export!(Base);

/// The longest piece.
const PIECE: usize = 1024;

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    safe fn deliver(ptr: *const u8, len: usize) -> i32;
}

/// Delivers the bytes as they are.
#[unsafe(no_mangle)]
pub extern "C" fn hand_over(bytes: u32, len: u32) -> i32 {
    GUEST.with(|areas| areas.payload(bytes, len)).map_or(-1, |bytes| {
        for piece in bytes.chunks(PIECE) {
            deliver(piece.as_ptr(), piece.len());
        }
        0
    })
}
