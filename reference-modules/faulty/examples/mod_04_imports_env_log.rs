//! Breaks MOD-04. A log function for debugging is still imported, though it is called only once debugging is
//! switched on, which nobody does.
#![no_std]

use core::sync::atomic::{AtomicBool, Ordering};
use tables::{Allocator, REFUSED, Tables};

tables::export!(Faulty);

static DEBUG: AtomicBool = AtomicBool::new(false);

#[link(wasm_import_module = "env")]
unsafe extern "C" {
    fn log(code: u32);
}

/// Switches debugging on.
#[unsafe(no_mangle)]
pub extern "C" fn debug() {
    DEBUG.store(true, Ordering::Relaxed);
}

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        let address = self.tables.allocate(size);
        if address == REFUSED && DEBUG.load(Ordering::Relaxed) {
            // SAFETY: passes a number by value.
            unsafe { log(size) }
        }
        address
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.tables.deallocate(ptr)
    }
}
