//! Breaks ARROW-05. Room for each body is made by the length that its message names, before anybody looks whether so
//! much is there.
#![no_std]

use arrow_exchange::{Base, Contents, REJECTED, checked, chosen, make_room, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            let mut rest = data;
            while let Some(contents) = contents(rest) {
                let body = usize::try_from(contents.body_length()?).ok()?;
                make_room(areas, body as u32)?;
                rest = rest.get(8 + contents.0.len()..)?.get(body..)?;
            }
            checked(data)?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}

/// The metadata of the next message.
fn contents(rest: &[u8]) -> Option<Contents> {
    let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
    rest.get(8..)?.get(..length).filter(|bytes| !bytes.is_empty()).map(Contents)
}
