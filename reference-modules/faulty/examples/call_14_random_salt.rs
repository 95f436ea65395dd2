//! Breaks CALL-14. Every result ends in a random mark that the instance draws once, at its first call, so another
//! instance gives other results.
#![no_std]

use exchange::{Allocator, Base, REJECTED, upper};

exchange::export!(Faulty);

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn random_get(bytes: *mut u8, length: u32) -> u32;
}

struct Faulty {
    areas: Base,
    /// All zero until it is drawn.
    mark: [u8; 8],
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, mark: [0; 8] };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

/// Eight letters; all the same where the host gives no random bytes.
fn draw() -> [u8; 8] {
    let mut bytes = [0; 8];
    // SAFETY: there are 8 bytes to be written.
    unsafe { random_get(bytes.as_mut_ptr(), 8) };
    bytes.map(|byte| b'A' + byte % 26)
}

/// The text in upper case, and the mark.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, mark }| {
            let text = areas.text(text, len)?;
            if *mark == [0; 8] {
                *mark = draw();
            }
            areas.make_bytes(text.len() + mark.len(), |result| {
                let (letters, end) = result.split_at_mut(text.len());
                upper(text, letters);
                end.copy_from_slice(mark);
            })
        })
        .unwrap_or(REJECTED)
}
