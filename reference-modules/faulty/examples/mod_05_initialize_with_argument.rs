//! Breaks MOD-05. `_initialize` wants an argument, as if it were a function of the module's own.
#![no_std]

tables::export!(tables::Tables);

/// Prepares nothing, whatever the level is.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize(_level: i32) {}
