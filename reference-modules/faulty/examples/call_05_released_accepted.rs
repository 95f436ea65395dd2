//! Breaks CALL-05. A released area is still found in the list of those to be used again, and its old text is answered
//! as long as nobody else has the bytes.
#![no_std]

use exchange::{Allocator, Base, Dead, REJECTED, bytes, c_upper, up_to_nul, upper, utf8};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    dead: Dead<256>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, dead: Dead::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if let Some(area) = self.areas.live(ptr) {
            self.dead.remember(area);
        }
        self.areas.deallocate(ptr)
    }
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, dead }| {
            if areas.live(ptr).is_some() {
                return Some(c_upper(areas, ptr));
            }
            let (_, old) = dead.find(ptr)?;
            if areas.all().iter().any(|area| area.start < old.end() && area.end() > old.start) {
                return None;
            }
            let text = utf8(up_to_nul(bytes(old))?)?;
            areas.make_c_string(text.len(), |result| upper(text, result))
        })
        .unwrap_or(REJECTED)
}
