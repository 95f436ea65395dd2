//! Breaks MOD-04. A log function for debugging is still imported, though it is called on a path that is
//! never taken.
#![no_std]

use tables::{Allocator, NOT_AN_AREA, Tables};

tables::export!(Faulty);

#[link(wasm_import_module = "env")]
unsafe extern "C" {
    fn log(ptr: u32, live: u32);
}

struct Faulty {
    tables: Tables,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { tables: Tables::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.tables.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let live = self.tables.live().count();
        let answer = self.tables.deallocate(ptr);
        if answer == NOT_AN_AREA && self.tables.live().count() != live {
            // SAFETY: passes two numbers by value.
            unsafe { log(ptr, live as u32) }
        }
        answer
    }
}
