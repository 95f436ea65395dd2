//! Two tables apart from the areas: the live ranges and the free ones, each sorted by address.
//!
//! The allocator itself is the crate `tables`; every faulty guest is this one with one step done wrong.
#![no_std]

tables::export!(tables::Tables);
