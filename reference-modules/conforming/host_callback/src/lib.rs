//! A guest that delivers its result to its host piece by piece, through a function that it imports.
//!
//! The result is never there as a whole: each piece lies in a small buffer of the guest's own, is copied by the host
//! during `deliver`, and is overwritten by the next. So there is nothing to allocate and nothing to release, and a result
//! may be longer than the guest's memory. See "Host callback" in EXCHANGE.md.
//!
//! The import is part of what the module asks for: its descriptor names it, and a host that does not have it refuses the
//! module before anything runs.
#![no_std]

use exchange::Base;

exchange::export!(Base);

/// What a call answers when all was delivered.
const DONE: i32 = 0;

/// What it answers when it rejects, or when the host wanted no more.
const REJECTED: i32 = -1;

/// What the host answers to a piece when it wants the next.
const GO_ON: i32 = 0;

/// The longest piece.
const PIECE: usize = 4096;

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    /// Hands `len` bytes at `ptr` to the host, which copies them before it returns. It must not call this module then.
    safe fn deliver(ptr: *const u8, len: usize) -> i32;
}

/// Delivers the bytes of the live area at `bytes`, which is `len` bytes long, in hexadecimal (shape `callback`).
///
/// Owner of the area: the host; it is only read. Owner of the pieces: the guest; they are of no meaning once `deliver`
/// returns.
/// Answers -1 for an address that is no live area, or a length other than the area's, and nothing is delivered then; and
/// when the host answered a piece with anything but 0, and no further one is delivered.
#[unsafe(no_mangle)]
pub extern "C" fn hexadecimal(bytes: u32, len: u32) -> i32 {
    GUEST.with(|areas| areas.payload(bytes, len)).map_or(REJECTED, |bytes| {
        let all = bytes.chunks(PIECE / 2).all(|part| {
            let mut piece = [0; PIECE];
            let digits = write(part, &mut piece);
            deliver(digits.as_ptr(), digits.len()) == GO_ON
        });
        if all { DONE } else { REJECTED }
    })
}

/// Writes two digits for each byte; the part of the piece that was written.
fn write<'a>(bytes: &[u8], piece: &'a mut [u8; PIECE]) -> &'a [u8] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (byte, place) in bytes.iter().zip(piece.chunks_exact_mut(2)) {
        place[0] = DIGITS[usize::from(byte >> 4)];
        place[1] = DIGITS[usize::from(byte & 15)];
    }
    &piece[..2 * bytes.len()]
}
