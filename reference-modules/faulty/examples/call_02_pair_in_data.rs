//! Breaks CALL-02. Pair and text lie one after the other in one block, and the pair names the text from its length
//! field on, which is the pair's second half.
#![no_std]

use exchange::{Allocator, Base, NOT_AN_AREA, REJECTED, RELEASED, Range, Ranges, memory, upper};

exchange::export!(Faulty);

/// From the pair, with which the block begins, to the length field.
const LENGTH_FIELD: u32 = 4;

/// Blocks stay until both of their parts are released.
struct Faulty {
    areas: Base,
    pairs: Ranges<{ exchange::MOST_AREAS }>,
    texts: Ranges<{ exchange::MOST_AREAS }>,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, pairs: Ranges::NEW, texts: Ranges::NEW };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        let (block, last) = if self.pairs.remove(ptr).is_some() {
            (ptr, self.texts.at(ptr + LENGTH_FIELD).is_none())
        } else if self.texts.remove(ptr).is_some() {
            (ptr - LENGTH_FIELD, self.pairs.at(ptr - LENGTH_FIELD).is_none())
        } else if self.texts.at(ptr.wrapping_add(LENGTH_FIELD)).is_some() {
            return NOT_AN_AREA;
        } else {
            return self.areas.deallocate(ptr);
        };
        if last { self.areas.deallocate(block) } else { RELEASED }
    }
}

/// The text in upper case, behind its length.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_upper(text: u32, len: u32) -> u32 {
    GUEST
        .with(|Faulty { areas, pairs, texts }| {
            let text = areas.text(text, len)?;
            let block = areas.make(8 + text.len(), |block| upper(text, &mut block[8..]))?;
            memory::write(block, block + LENGTH_FIELD);
            memory::write(block + LENGTH_FIELD, len + LENGTH_FIELD);
            pairs.insert(Range { start: block, length: 8 });
            texts.insert(Range { start: block + LENGTH_FIELD, length: len + LENGTH_FIELD });
            Some(block)
        })
        .unwrap_or(REJECTED)
}
