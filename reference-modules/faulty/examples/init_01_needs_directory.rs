//! Breaks INIT-01. The start gives up when no directory is open, although nothing ever reads a file.
#![no_std]

tables::export!(tables::Tables);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn fd_prestat_get(descriptor: u32, answer: *mut [u32; 2]) -> u32;
}

/// The first descriptor that a host opens for a module.
const FIRST_DIRECTORY: u32 = 3;

/// Traps without a directory.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {
    let mut answer = [0; 2];
    // SAFETY: the answer has the 8 bytes that the host writes.
    let error = unsafe { fd_prestat_get(FIRST_DIRECTORY, &mut answer) };
    assert!(error == 0);
}
