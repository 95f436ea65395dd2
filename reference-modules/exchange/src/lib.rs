//! The steps of a call that exchanges text or bytes with the host, over any allocator.
//!
//! An honest function takes them in this order: look the pointer up among the live areas, look at the bytes, make
//! areas for the result. A faulty guest takes the same steps and does one of them wrong.
#![no_std]

mod areas;
mod decimal;
mod payload;
mod result;
mod upper;

pub use areas::{Areas, MOST_AREAS, NonZero};
pub use contract::{Allocator, Guest, NOT_AN_AREA, REFUSED, RELEASED, export, memory};
pub use decimal::{Decimal, join};
pub use payload::{bytes, bytes_mut, leave_out, up_to_nul, utf8};
pub use tables::{Checked, Dead, Growth, Range, Ranges, Tables};
pub use upper::{c_upper, rust_upper, upper};

/// What a call answers when it rejects its input or has no memory for the result.
pub const REJECTED: u32 = 0;

/// The same of a call that changes the host's area where it lies: no area is so long.
pub const NO_RESULT: u32 = u32::MAX;

/// The areas of the faulty guests.
pub type Base = Areas<NonZero<Tables>>;
