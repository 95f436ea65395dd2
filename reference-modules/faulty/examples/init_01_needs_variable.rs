//! Breaks INIT-01. The start reads its settings from environment variables and gives up when there is none.
#![no_std]

tables::export!(tables::Tables);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn environ_sizes_get(count: *mut u32, bytes: *mut u32) -> u32;
}

/// Traps without variables.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {
    let (mut count, mut bytes) = (0, 0);
    // SAFETY: the host writes one number to each place.
    let error = unsafe { environ_sizes_get(&mut count, &mut bytes) };
    assert!(error == 0 && count > 0);
}
