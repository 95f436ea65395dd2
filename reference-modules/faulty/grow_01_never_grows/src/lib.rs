//! Breaks GROW-01. The linker is told to fix the memory at 40 MiB, so nothing larger can ever be served.
#![no_std]

tables::export!(tables::Tables);
