//! Breaks INIT-02. The linker is told to start with 3 GiB of memory, "so that it never has to grow".
#![no_std]

tables::export!(tables::Tables);
