//! Breaks POL-01. Allocate looks at the clock, for a statistic of when memory is asked for.
#![no_std]

use exchange::{Allocator, Base, c_upper};

exchange::export!(Faulty);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn clock_time_get(clock: u32, precision: u64, answer: *mut u64) -> u32;
}

const REAL_TIME: u32 = 0;
const SECOND: u64 = 1_000_000_000;

struct Faulty {
    areas: Base,
    last_asked: u64,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, last_asked: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        // SAFETY: the answer has the 8 bytes that the host writes.
        unsafe { clock_time_get(REAL_TIME, SECOND, &mut self.last_asked) };
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST.with(|Faulty { areas, .. }| c_upper(areas, text))
}
