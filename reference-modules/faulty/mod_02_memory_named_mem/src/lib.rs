//! Breaks MOD-02. The memory is exported as `mem`, the name that the author's own host looks for.
#![no_std]

tables::export!(tables::Tables);
