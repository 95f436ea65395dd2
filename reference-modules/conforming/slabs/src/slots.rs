//! A page of slots: one bit for each slot, then the count of those taken, then the slots.

use contract::memory::{self, PAGE};

/// Where the count stands: after one bit for each of the most slots that a page can have.
const COUNT: u32 = 512;

/// Where the first slot begins.
const FIRST: u32 = 528;

/// Sizes of slots: steps of a half or a third, then what divides a page well.
const SIZES: [u32; CLASSES] = [
    16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8120, 10832, 16248,
    21664, 32504,
];

/// How many sizes there are.
pub const CLASSES: usize = 22;

/// The smallest slot that holds `size` bytes, if one does.
pub fn class_of(size: u32) -> Option<usize> {
    SIZES.iter().position(|&slot| slot >= size)
}

/// All slots are free.
pub fn prepare(page: u32) {
    memory::clear(page * PAGE, FIRST);
}

pub fn has_room(page: u32, class: usize) -> bool {
    taken(page) < slots_of(class)
}

pub fn all_free(page: u32) -> bool {
    taken(page) == 0
}

/// The first free slot of a page that has one, now taken and cleared.
pub fn take(page: u32, class: usize, size: u32) -> u32 {
    let mut word = page * PAGE;
    while memory::read(word) == u32::MAX {
        word += 4;
    }
    let bits = memory::read(word);
    let bit = bits.trailing_ones();
    memory::write(word, bits | (1 << bit));
    memory::write(page * PAGE + COUNT, taken(page) + 1);
    let slot = (word % PAGE) * 8 + bit;
    let area = page * PAGE + FIRST + slot * SIZES[class];
    memory::clear(area, size);
    area
}

/// Frees the slot that begins at `place` in the page; `false` when none does or when it is free.
pub fn free(page: u32, class: usize, place: u32) -> bool {
    let Some(distance) = place.checked_sub(FIRST) else {
        return false;
    };
    let slot = distance / SIZES[class];
    if distance % SIZES[class] != 0 || slot >= slots_of(class) {
        return false;
    }
    let word = page * PAGE + slot / 32 * 4;
    let bit = 1 << (slot % 32);
    if memory::read(word) & bit == 0 {
        return false;
    }
    memory::write(word, memory::read(word) & !bit);
    memory::write(page * PAGE + COUNT, taken(page) - 1);
    true
}

fn taken(page: u32) -> u32 {
    memory::read(page * PAGE + COUNT)
}

fn slots_of(class: usize) -> u32 {
    (PAGE - FIRST) / SIZES[class]
}
