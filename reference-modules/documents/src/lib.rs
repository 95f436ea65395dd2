//! A guest that takes and gives tables: Apache Arrow streams in, Apache Arrow streams out.
//!
//! A host that has a million documents does not hand them over one by one, and neither side wants a format of its own
//! for them. So one call takes two Arrow IPC streams, what to do and what to do it with, and answers with a third:
//!
//! | stream | columns |
//! |---|---|
//! | meta, exactly one row | `command` Utf8, `config` Struct{`filename` Utf8} |
//! | data | `id` UInt64, `content` Utf8, `title` Utf8 nullable, `date` Timestamp(second, "+00:00"), `score` Float64 nullable |
//!
//! `command.rs` says which commands there are. Names, types and "nullable" must be just these; custom metadata may be there.
//! Both streams end in the end marker, with nothing behind it: without it, nothing tells a whole stream from a cut one,
//! and bytes behind it mean that the host has miscounted. The crate `ipc_check` says what else is asked of a stream.
//!
//! The host may be wrong or worse, so a call goes through these steps, and each may reject it:
//!
//! 1. the addresses are live areas of just these lengths (here),
//! 2. the bytes are streams of these columns: crate `ipc_check` looks, for crate `arrow` panics on streams that are not,
//! 3. there is room for what crate `arrow` will allocate, for it cannot say that memory ran out (`room.rs`),
//! 4. batch after batch is read in place, worked on, written (`work.rs`).
//!
//! Functions with a loop are kept out of their callers (`inline(never)`): an engine for the JVM makes a method of each
//! function, and a method of more than 8000 bytes of code the JVM never compiles.
//!
//! How areas are kept and how the module starts is explained in `greeting`, whose files are used here.

#[cfg(target_family = "wasm")]
mod exports;

mod aggregate;
mod columns;
mod command;
mod filter;
mod result;
mod room;
mod source;
mod uppercase;
pub mod work;

#[cfg(test)]
mod tests;
