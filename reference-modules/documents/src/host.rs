//! The two functions of memory that every guest has, and how a result becomes the host's. The same as in `greeting`,
//! which has them beside its work: it is one file to start from, and its bytes are known.

use super::areas::{Area, HostAreas};
use std::cell::RefCell;

/// What a call answers when it rejects its input or has no memory for the result. No area begins at 0.
pub const REJECTED: u32 = 0;

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
    Area::zeroed(size as usize).and_then(|area| give([area])).unwrap_or(REJECTED)
}

/// Takes an area back from the host: 0, or -1 when `ptr` is not the start of a live area.
///
/// Owner of the area: nobody any more. It is freed as it goes out of scope here.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_deallocate(ptr: u32) -> i32 {
    HOST_AREAS.with_borrow_mut(|areas| areas.take_back(ptr).map_or(NOT_AN_AREA, |_area| RELEASED))
}

/// The host's areas, to read among them during a call.
pub fn read<R>(reader: impl FnOnce(&HostAreas) -> Option<R>) -> Option<R> {
    HOST_AREAS.with_borrow(reader)
}

/// Makes the host the owner of areas; the address of the first.
/// All or none: without room in the book for each of them they are freed here, and the answer is `None`.
pub fn give<const N: usize>(given: [Area; N]) -> Option<u32> {
    let address = given.first()?.address();
    HOST_AREAS.with_borrow_mut(|areas| {
        areas.reserve(N)?;
        given.into_iter().for_each(|area| areas.enter(area));
        Some(address)
    })
}
