//! Breaks CALL-03. Results are laid down from the end of memory; the NUL of the first one would come to lie behind
//! it, so it is left out, and the second one runs on into the first.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, Range, Ranges, Tables, bytes_mut, c_upper, upper};

exchange::export!(Faulty);

/// The results beside the other areas: each ends where its block does and begins up to 7 bytes behind the block's start.
struct Faulty {
    areas: Base,
    results: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, results: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        if self.results.remove(ptr).is_some() {
            return tables(&mut self.areas).deallocate(ptr & !7);
        }
        // The start of a result's block is no area of the host's.
        if self.areas.live(ptr).is_some() { self.areas.deallocate(ptr) } else { NOT_AN_AREA }
    }
}

fn tables(areas: &mut Base) -> &mut Tables {
    &mut areas.allocator.0
}

/// The text in upper case.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_upper(ptr: u32) -> u32 {
    GUEST.with(|Faulty { areas, results }| {
        let text = areas.c_string(ptr).filter(|text| !text.is_empty());
        let block = text.and_then(|text| tables(areas).take_last(text.len() as u32));
        // The empty text, and whatever else has no place at the end, goes the ordinary way.
        let (Some(text), Some(block)) = (text, block) else {
            return c_upper(areas, ptr);
        };
        let length = text.len() as u32;
        let result = Range { start: block.end() - length, length };
        tables(areas).enter(block);
        upper(text, bytes_mut(result));
        results.insert(result);
        result.start
    })
}
