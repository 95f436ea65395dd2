//! Breaks MOD-05. The module was built as a program: it exports `_start` for a main function that does
//! nothing.
#![no_std]

tables::export!(tables::Tables);

/// What a program begins with.
#[unsafe(no_mangle)]
pub extern "C" fn _start() {}
