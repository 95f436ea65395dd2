//! How this module starts: as a reactor, whose `_initialize` the host calls once, before anything else.

unsafe extern "C" {
    /// Written by the linker: prepares the C library below Rust's standard library.
    fn __wasm_call_ctors();
}

/// Prepares the module; called once and first.
///
/// Without this function the linker takes the module for a program and wraps *every* export so that the C library
/// is shut down after each call.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {
    // SAFETY: the host calls `_initialize` once, and nothing else calls the linker's function.
    unsafe { __wasm_call_ctors() }
}
