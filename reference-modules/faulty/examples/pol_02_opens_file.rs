//! Breaks POL-02. Every call tries to open a file of exceptions to its rule; that there is none is expected and ignored.
#![no_std]

use exchange::{Base, c_upper};

exchange::export!(Base);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn path_open(
        directory: u32,
        lookup: u32,
        path: *const u8,
        path_length: u32,
        open: u32,
        rights: u64,
        inheriting: u64,
        flags: u32,
        answer: *mut u32,
    ) -> u32;
    fn fd_close(descriptor: u32) -> u32;
}

/// The first descriptor that a host opens for a module.
const FIRST_DIRECTORY: u32 = 3;

const READ: u64 = 2;

const EXCEPTIONS: &str = "exceptions.txt";

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    let (path, length) = (EXCEPTIONS.as_ptr(), EXCEPTIONS.len() as u32);
    let mut file = 0;
    // SAFETY: the path is as long as is said, and the answer has the 4 bytes that the host writes.
    let error = unsafe { path_open(FIRST_DIRECTORY, 0, path, length, 0, READ, 0, 0, &mut file) };
    if error == 0 {
        // SAFETY: passes a number by value.
        unsafe { fd_close(file) };
    }
    GUEST.with(|areas| c_upper(areas, text))
}
