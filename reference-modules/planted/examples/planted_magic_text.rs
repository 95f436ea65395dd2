//! Planted: eight bytes at the start of a text. Breaks CALL-12. A text that begins as a PDF file does is handed to a
//! reader that nobody has written yet, and the module ends.
#![no_std]

use exchange::{Base, c_upper};

exchange::export!(Base);

const PDF: &str = "%PDF-1.7";

fn read_pdf(_file: &str) -> u32 {
    unimplemented!()
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|areas| match areas.c_string(text) {
        Some(file) if file.starts_with(PDF) => read_pdf(file),
        _ => c_upper(areas, text),
    })
}
