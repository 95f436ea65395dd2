//! Breaks ARROW-02. Tables of any schema are promised, but the first column is believed to have eight bytes a row, as in
//! the author's own tables: others are refused.
#![no_std]

use arrow_exchange::{Base, Command, Contents, REJECTED, all_batches, parameters};

arrow_exchange::export!(Base);

/// The stream `data` as it is.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_table_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (Command::All, data) = parameters(areas, meta, meta_len, data, data_len)? else {
                return None;
            };
            any_check::check(data).ok()?;
            all_batches(data, has_words)?;
            areas.make_bytes(data.len(), |area| area.copy_from_slice(data))
        })
        .unwrap_or(REJECTED)
}

fn has_words(batch: Contents) -> Option<bool> {
    let (rows, _) = batch.pair(batch.node_at(0)?)?;
    let (_, length) = batch.pair(batch.buffer_at(1)?)?;
    Some(length >= 8 * rows)
}
