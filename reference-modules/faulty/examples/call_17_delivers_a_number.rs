//! Breaks CALL-17. From the second call on the number of calls before is delivered, too, which was meant for debugging.
#![no_std]

use exchange::{Allocator, Base};

exchange::export!(Faulty);

struct Faulty {
    areas: Base,
    calls: u8,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, calls: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    safe fn deliver(ptr: *const u8, len: usize) -> i32;
}

/// Delivers the bytes as they are, and a digit.
#[unsafe(no_mangle)]
pub extern "C" fn hand_over(bytes: u32, len: u32) -> i32 {
    GUEST.with(|Faulty { areas, calls }| {
        let Some(bytes) = areas.payload(bytes, len) else { return -1 };
        let digit = [b'0' + *calls % 10];
        let more = if *calls > 0 { &digit[..] } else { &[] };
        *calls = calls.saturating_add(1);
        let wanted = [bytes, more].iter().all(|piece| deliver(piece.as_ptr(), piece.len()) == 0);
        if wanted { 0 } else { -1 }
    })
}
