//! Breaks POL-01. Deallocate overwrites the area with random bytes, for safety, and has the host draw them.
#![no_std]

use exchange::{Allocator, Base, c_upper};

exchange::export!(Faulty);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn random_get(bytes: *mut u8, length: u32) -> u32;
}

struct Faulty {
    areas: Base,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.areas.live(ptr) {
            // SAFETY: these are the area's bytes, and nobody reads them any more.
            unsafe { random_get(area.start as *mut u8, area.length) };
        }
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|Faulty { areas }| c_upper(areas, text))
}
