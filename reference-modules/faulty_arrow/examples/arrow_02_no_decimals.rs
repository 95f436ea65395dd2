//! Breaks ARROW-02. Tables of any schema are promised, but the author never had a table with decimals, and refuses them.
#![no_std]

use arrow_exchange::{Base, Command, REJECTED, parameters, schema};

arrow_exchange::export!(Base);

/// The number of the type in a schema.
const DECIMAL: u8 = 7;

/// The stream `data` as it is.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_table_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (Command::All, data) = parameters(areas, meta, meta_len, data, data_len)? else {
                return None;
            };
            any_check::check(data).ok()?;
            if schema::kind(data) == Some(DECIMAL) {
                return None;
            }
            areas.make_bytes(data.len(), |area| area.copy_from_slice(data))
        })
        .unwrap_or(REJECTED)
}
