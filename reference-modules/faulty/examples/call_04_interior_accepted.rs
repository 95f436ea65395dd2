//! Breaks CALL-04. Any address inside a live area is accepted, as if the text began there.
#![no_std]

use exchange::{Base, REJECTED, Range, bytes, up_to_nul, upper, utf8};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|areas| {
            let area = areas.covering(text)?;
            let rest = Range { start: text, length: area.end() - text };
            let text = utf8(up_to_nul(bytes(rest))?)?;
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
