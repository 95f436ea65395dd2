//! A small guest that takes tables of any schema: it passes on what it is given, once all of it was looked at.
//!
//! Who stores tables, counts their rows or sends them elsewhere does not ask for columns of certain names. Such a
//! function cannot know beforehand how many buffers a batch has: the schema says it, column by column and what lies within
//! (`any_check`). Its descriptor has `any_schema = true`.
#![no_std]

use arrow_exchange::{Base, Command, REJECTED, parameters};

arrow_exchange::export!(Base);

/// The stream `data`, whatever its columns are, where the command in the stream `meta` is `all`: as areas of its own.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_table_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (Command::All, data) = parameters(areas, meta, meta_len, data, data_len)? else {
                return None;
            };
            any_check::check(data).ok()?;
            areas.make_bytes(data.len(), |area| area.copy_from_slice(data))
        })
        .unwrap_or(REJECTED)
}
