//! Breaks CALL-14. Every result ends in the second of the day at which the instance was started.
#![no_std]

use exchange::{Allocator, Base, Decimal, REJECTED, upper};

exchange::export!(Faulty);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn clock_time_get(clock: u32, precision: u64, answer: *mut u64) -> u32;
}

const REAL_TIME: u32 = 0;
const SECOND: u64 = 1_000_000_000;
const DAY: u64 = 86_400;

struct Faulty {
    areas: Base,
    started: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, started: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// Looks at the clock; 0 where the host has none.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {
    let mut now = 0;
    // SAFETY: the answer has the 8 bytes that the host writes.
    unsafe { clock_time_get(REAL_TIME, SECOND, &mut now) };
    GUEST.with(|Faulty { started, .. }| *started = (now / SECOND % DAY) as u32);
}

/// The C string in upper case, and the second.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(text: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, started }| {
            let text = areas.c_string(text)?;
            let started = Decimal::of(*started);
            areas.make_c_string(text.len() + started.bytes().len(), |result| {
                let (letters, second) = result.split_at_mut(text.len());
                upper(text, letters);
                second.copy_from_slice(started.bytes());
            })
        })
        .unwrap_or(REJECTED)
}
