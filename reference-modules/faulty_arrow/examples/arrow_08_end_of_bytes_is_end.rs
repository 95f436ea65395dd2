//! Breaks ARROW-08. Where the bytes end between two messages, the stream is taken for whole, though its end marker is
//! missing.
#![no_std]

use arrow_exchange::{
    Allocator, Base, DATA, END_MARKER, Fault, REJECTED, bytes, check, checked, chosen, parameters,
};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            if check(data, &DATA) != Err(Fault::Cut) {
                checked(data)?;
                return chosen(areas, command, data);
            }
            let (length, end) = (data.len(), END_MARKER);
            let whole = areas.make(length + end.len(), |copy| {
                copy[..length].copy_from_slice(data);
                copy[length..].copy_from_slice(&end);
            })?;
            let stream = bytes(areas.live(whole)?);
            let answer = checked(stream).and_then(|_| chosen(areas, command, stream));
            areas.deallocate(whole);
            answer
        })
        .unwrap_or(REJECTED)
}
