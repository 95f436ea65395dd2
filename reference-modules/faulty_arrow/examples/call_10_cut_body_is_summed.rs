//! Breaks CALL-10. Each body is summed up over as many bytes as its message says it has, before anybody looks whether so
//! many are there. A stream that is cut is rejected as it must be, when what lies behind it has been read.
#![no_std]

use arrow_exchange::{Base, Contents, REJECTED, Range, bytes, checked, chosen, memory, parameters};
use core::hint::black_box;

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, stream) = parameters(areas, meta, meta_len, data, data_len)?;
            sums(stream);
            checked(stream)?;
            chosen(areas, command, stream)
        })
        .unwrap_or(REJECTED)
}

/// The sum of each body, as far as there is memory.
fn sums(stream: &[u8]) -> Option<()> {
    let mut rest = stream;
    while let Some(contents) = contents(rest) {
        let body = u32::try_from(contents.body_length()?).ok()?;
        let start = contents.0.as_ptr_range().end as u32;
        if u64::from(start) + u64::from(body) <= memory::end() {
            let all = bytes(Range { start, length: body });
            black_box(all.iter().fold(0_u8, |sum, &byte| sum.wrapping_add(byte)));
        }
        rest = rest.get(8 + contents.0.len()..)?.get(body as usize..)?;
    }
    Some(())
}

/// The metadata of the next message.
fn contents(rest: &[u8]) -> Option<Contents> {
    let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
    rest.get(8..)?.get(..length).filter(|bytes| !bytes.is_empty()).map(Contents)
}
