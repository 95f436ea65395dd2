//! What the small guests share: the contract's two functions around an [`Allocator`], and the memory below it.
//!
//! No standard library: a guest of a few KB shows its allocator and nothing else.
#![no_std]

pub mod memory;
mod page_index;

use core::cell::UnsafeCell;
pub use page_index::PageIndex;

/// What [`Allocator::allocate`] answers when a request cannot be met.
pub const REFUSED: u32 = 0;

/// What [`Allocator::deallocate`] answers for a live area, which is not live any more.
pub const RELEASED: i32 = 0;

/// What [`Allocator::deallocate`] answers for every other address.
pub const NOT_AN_AREA: i32 = -1;

/// Gives out areas of linear memory and takes them back.
pub trait Allocator {
    /// The allocator before its first call. All zero, so that its tables take no room in the file.
    const NEW: Self;

    /// The address of `size` bytes that are the host's until it gives them back, or [`REFUSED`].
    fn allocate(&mut self, size: u32) -> u32;

    /// [`RELEASED`], or [`NOT_AN_AREA`] when no live area begins at `ptr`.
    fn deallocate(&mut self, ptr: u32) -> i32;
}

/// The one allocator of a module.
pub struct Guest<A>(UnsafeCell<A>);

// SAFETY: a module without shared memory has one thread, and no export calls another one.
unsafe impl<A> Sync for Guest<A> {}

impl<A: Allocator> Guest<A> {
    /// A guest before its first call.
    pub const fn new(allocator: A) -> Self {
        Guest(UnsafeCell::new(allocator))
    }

    /// Lets one export work with the allocator.
    pub fn with<R>(&self, work: impl FnOnce(&mut A) -> R) -> R {
        // SAFETY: as above: exports run one after the other, so there is one reference at a time.
        work(unsafe { &mut *self.0.get() })
    }
}

/// Exports `wasm_allocate` and `wasm_deallocate` around an allocator.
#[macro_export]
macro_rules! export {
    ($allocator:ty) => {
        static GUEST: $crate::Guest<$allocator> = $crate::Guest::new($crate::Allocator::NEW);

        /// The contract's allocate.
        #[unsafe(no_mangle)]
        pub extern "C" fn wasm_allocate(size: u32) -> u32 {
            GUEST.with(|allocator| $crate::Allocator::allocate(allocator, size))
        }

        /// The contract's deallocate.
        #[unsafe(no_mangle)]
        pub extern "C" fn wasm_deallocate(ptr: u32) -> i32 {
            GUEST.with(|allocator| $crate::Allocator::deallocate(allocator, ptr))
        }
    };
}

/// Only a mistake in these guests could come here; none of them means to.
#[panic_handler]
fn trap(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
