//! Breaks GROW-04. New pages are cleared once the result is written instead of before: what of it lies in them is lost.
#![no_std]

use exchange::{Base, REJECTED, bytes_mut, memory, upper};

exchange::export!(Base);

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let end = memory::end();
            let text = areas.text(text, len)?;
            let data = areas.make(text.len(), |result| upper(text, result))?;
            if memory::end() > end {
                let first = (end as u32).saturating_sub(data) as usize;
                if let Some(lost) = bytes_mut(areas.live(data)?).get_mut(first..) {
                    lost.fill(0);
                }
            }
            areas.make_pair(data, len)
        })
        .unwrap_or(REJECTED)
}
