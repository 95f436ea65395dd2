//! Breaks INIT-03. The start waits in a loop for another thread to set a flag, but a module has no other
//! thread.
#![no_std]

use core::sync::atomic::{AtomicBool, Ordering};

tables::export!(tables::Tables);

static READY: AtomicBool = AtomicBool::new(false);

/// Waits for ever.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {
    while !READY.load(Ordering::Acquire) {
        core::hint::spin_loop();
    }
}

/// Would end the wait, but nobody can call it while `_initialize` runs.
#[unsafe(no_mangle)]
pub extern "C" fn ready() {
    READY.store(true, Ordering::Release);
}
