//! Breaks ARROW-04. That a time has a zone is looked at, and not which: times of anywhere are taken for those of the
//! agreement.
#![no_std]

use arrow_exchange::{Base, Column, Command, Kind, REJECTED, check, parameters, schema};

arrow_exchange::export!(Base);

/// The stream `data` as it is.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_times_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (Command::All, data) = parameters(areas, meta, meta_len, data, data_len)? else {
                return None;
            };
            let kind = Kind::Seconds(schema::zone(data)?);
            check(data, &[Column { name: "at", kind, nullable: false }]).ok()?;
            areas.make_bytes(data.len(), |area| area.copy_from_slice(data))
        })
        .unwrap_or(REJECTED)
}
