//! Breaks POL-04. What a text is rejected for is printed, where nobody asked for it.
#![no_std]

use exchange::{Base, REJECTED, c_upper};

exchange::export!(Base);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn fd_write(descriptor: u32, parts: *const Part, count: u32, written: *mut u32) -> u32;
}

/// Bytes to be printed.
#[repr(C)]
struct Part {
    start: *const u8,
    length: u32,
}

const STDERR: u32 = 2;

const LINE: &str = "upper: not UTF-8\n";

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    let answer = GUEST.with(|areas| c_upper(areas, text));
    if answer == REJECTED {
        let line = Part { start: LINE.as_ptr(), length: LINE.len() as u32 };
        let mut written = 0;
        // SAFETY: there is one part, which is as long as it says, and the answer has the 4 bytes that the host writes.
        unsafe { fd_write(STDERR, &line, 1, &mut written) };
    }
    answer
}
