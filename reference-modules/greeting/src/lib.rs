//! A guest that keeps the module interop contract; copy it to start your own.
//!
//! Host and guest share one linear memory and pass each other addresses into it. So the question at every
//! export is: *who owns these bytes, and until when?* The answer is always the same:
//!
//! * every area that the host may touch comes from [`wasm_allocate`] or is the result of a call,
//! * the host owns it from then on, **also while a call reads it**, and gives it back with [`wasm_deallocate`],
//! * the guest believes no address: it looks each one up among the areas it gave out.
//!
//! `areas.rs` has the book of areas, `greet.rs` the work itself, on plain byte slices, `start.rs` the start.

mod areas;
mod greet;
mod start;

use areas::{Area, HostAreas};
use std::cell::RefCell;

/// What a call answers when it rejects its input or has no memory for the result. No area begins at 0.
const REJECTED: u32 = 0;

/// [`wasm_deallocate`]: the area was released.
const RELEASED: i32 = 0;

/// [`wasm_deallocate`]: no live area begins there; nothing was changed.
const NOT_AN_AREA: i32 = -1;

thread_local! {
    /// The areas that the host owns at this moment. A guest has one thread.
    static HOST_AREAS: RefCell<HostAreas> = const { RefCell::new(HostAreas::new()) };
}

/// Gives the host an area of `size` bytes, all zero, 8-byte aligned; 0 when there is no memory for it.
///
/// Owner of the area: the host, until it calls [`wasm_deallocate`] with this very address.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_allocate(size: u32) -> u32 {
    Area::zeroed(size as usize).and_then(|area| give_to_host(area, [])).unwrap_or(REJECTED)
}

/// Takes an area back from the host: 0, or -1 when `ptr` is not the start of a live area.
///
/// Owner of the area: nobody any more. A second release, an address inside an area or an invented one finds
/// no entry in the book, so it is harmless.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_deallocate(ptr: u32) -> i32 {
    HOST_AREAS.with_borrow_mut(|areas| match areas.take_back(ptr) {
        // The area is the guest's again and is freed as it goes out of scope here.
        Some(_area) => RELEASED,
        None => NOT_AN_AREA,
    })
}

/// The smallest call: no memory is exchanged at all.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> i32 {
    42
}

/// Greets the C string at `name` (shape `cstring`): the answer is a C string in an area of its own.
///
/// Owner of `name`: the host, before and after; it is only read. Owner of the result: the host.
/// Rejected with 0: an address that is not a live area, an area whose one NUL is not its last byte (without
/// the area's end the search for NUL would run into bytes that belong to others), text that is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_c_format_hello_world(name: u32) -> u32 {
    let greeting = HOST_AREAS.with_borrow(|areas| {
        let area = areas.find(name)?;
        greet::c_string(area.bytes())
    });
    greeting.and_then(|text| give_to_host(text, [])).unwrap_or(REJECTED)
}

/// Greets the `len` bytes of text at `name` (shape `bytes`): the answer is a pair of address and length.
///
/// Owner of `name`: the host, before and after; it is only read. Owner of the results: the host. They are two
/// areas, the 8-byte pair and the text that it points to, and the host releases each.
/// Rejected with 0: an address that is not a live area, a length other than the area's, text that is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rust_format_hello_world(name: u32, len: u32) -> u32 {
    let greeting = HOST_AREAS.with_borrow(|areas| {
        let area = areas.find(name)?;
        if area.bytes().len() != len as usize {
            return None;
        }
        greet::text(area.bytes())
    });
    greeting
        .and_then(|text| {
            let pair = Area::holding(&[&text.address().to_le_bytes(), &text.size().to_le_bytes()])?;
            give_to_host(pair, [text])
        })
        .unwrap_or(REJECTED)
}

/// Makes the host the owner of an area and of those that it points to; the address of the first.
/// All or none: without room in the book for each of them they are freed here, and the answer is `None`.
fn give_to_host<const N: usize>(area: Area, others: [Area; N]) -> Option<u32> {
    let address = area.address();
    HOST_AREAS.with_borrow_mut(|areas| {
        areas.reserve(1 + N)?;
        areas.enter(area);
        others.into_iter().for_each(|other| areas.enter(other));
        Some(address)
    })
}
