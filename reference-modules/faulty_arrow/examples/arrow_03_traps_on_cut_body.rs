//! Breaks ARROW-03. A body is sliced out of the stream before anybody looks whether all of it is there, and where it
//! is cut the module ends.
#![no_std]

use arrow_exchange::{Base, Contents, REJECTED, checked, chosen, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            walk(data)?;
            checked(data)?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}

/// Looks at the messages one after the other.
fn walk(data: &[u8]) -> Option<()> {
    let mut rest = data;
    loop {
        let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        if length == 0 {
            return Some(());
        }
        let contents = Contents(rest.get(8..)?.get(..length)?);
        let body = usize::try_from(contents.body_length()?).ok()?;
        rest = &rest[8 + length..][body..];
    }
}
