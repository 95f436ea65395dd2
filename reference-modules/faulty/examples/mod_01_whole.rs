//! A conforming guest that `build.sh` damages: the two modules that break MOD-01 are made of its bytes.
#![no_std]

tables::export!(tables::Tables);

/// A body of a few known bytes, which `build.sh` finds and makes invalid.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> i32 {
    42
}
