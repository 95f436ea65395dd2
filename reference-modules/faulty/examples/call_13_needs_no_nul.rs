//! Breaks CALL-13. Where the NUL is missing, the end of the area is taken for the end of the text.
#![no_std]

use exchange::{Base, REJECTED, bytes, up_to_nul, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let area = bytes(areas.live(text)?);
            let text = if area.contains(&0) { up_to_nul(area)? } else { area };
            let text = utf8(text)?;
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
