//! Linear memory by address. Addresses are `u32`; ends are `u64`, because a full memory ends at 2^32.
//!
//! The functions that touch memory are safe to call only with addresses that the caller's books say are its own.
//! They are not `unsafe fn`: an allocator is nothing but such calls, and a mark on each line would hide the one
//! that matters. A wrong address can at worst trap or damage this module's own memory.

use core::arch::wasm32;
use core::ptr;

/// The length of a page, the unit in which a memory grows.
pub const PAGE: u32 = 1 << 16;

/// Every area of at least this size begins at a multiple of it.
pub const ALIGNMENT: u32 = 8;

/// How many pages the memory has.
pub fn pages() -> u32 {
    wasm32::memory_size(0) as u32
}

/// The first address after the memory.
pub fn end() -> u64 {
    u64::from(pages()) * u64::from(PAGE)
}

/// Asks for more pages; `false` when the host refuses, and then nothing has changed.
pub fn grow(more: u64) -> bool {
    usize::try_from(more).is_ok_and(|more| wasm32::memory_grow(0, more) != usize::MAX)
}

/// Grows the memory just so far that it reaches `end`.
pub fn grow_to(end_wanted: u64) -> bool {
    let end = end();
    end_wanted <= end || grow((end_wanted - end).div_ceil(u64::from(PAGE)))
}

/// Where the module's own data and stack end: from here on memory is free to use.
pub fn heap_base() -> u32 {
    unsafe extern "C" {
        static __heap_base: u8;
    }
    (&raw const __heap_base) as u32
}

/// The number at an address that is a multiple of 4.
pub fn read(address: u32) -> u32 {
    // SAFETY: see the module's text.
    unsafe { ptr::read(address as *const u32) }
}

/// Writes the number at an address that is a multiple of 4.
pub fn write(address: u32, value: u32) {
    // SAFETY: see the module's text.
    unsafe { ptr::write(address as *mut u32, value) }
}

/// The byte at an address.
pub fn read_byte(address: u32) -> u8 {
    // SAFETY: see the module's text.
    unsafe { ptr::read(address as *const u8) }
}

/// Writes the byte at an address.
pub fn write_byte(address: u32, value: u8) {
    // SAFETY: see the module's text.
    unsafe { ptr::write(address as *mut u8, value) }
}

/// Sets `length` bytes to zero.
pub fn clear(address: u32, length: u32) {
    // SAFETY: see the module's text.
    unsafe { ptr::write_bytes(address as *mut u8, 0, length as usize) }
}

/// `value`, or the next multiple of `unit` (a power of two) above it.
pub const fn round_up(value: u64, unit: u32) -> u64 {
    let mask = unit as u64 - 1;
    (value + mask) & !mask
}
