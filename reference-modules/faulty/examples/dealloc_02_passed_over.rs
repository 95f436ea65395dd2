//! Breaks DEALLOC-02. A second release is passed over in silence: it answers 0, so that clean-up code may run twice.
#![no_std]

use exchange::{Allocator, Areas, Dead, NOT_AN_AREA, RELEASED, Tables, c_upper};

exchange::export!(Faulty);

struct Faulty {
    areas: Areas<Tables>,
    dead: Dead<4096>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Areas::NEW, dead: Dead::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.areas.live(ptr) {
            self.dead.remember(area);
            return self.areas.deallocate(ptr);
        }
        let was_one = self.areas.covering(ptr).is_none() && self.dead.find(ptr).is_some();
        if was_one { RELEASED } else { NOT_AN_AREA }
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST.with(|faulty| c_upper(&mut faulty.areas, ptr))
}
