//! What the host calls.

// How areas are kept, and how a module starts, is written once: these are the files of `greeting`.
#[path = "../../greeting/src/areas.rs"]
mod areas;
#[path = "../../greeting/src/start.rs"]
mod start;

#[path = "host.rs"]
mod host;

use crate::work;
use areas::{Area, HostAreas};
use host::REJECTED;

/// Does the command in the stream `meta` to the documents in the stream `data` (shape `arrow`): the answer is a pair of
/// address and length, and there lies a stream.
///
/// Owner of both parameters: the host, before and after; they are only read. Owner of the results: the host. They are
/// two areas, the 8-byte pair and the stream that it points to, and the host releases each.
/// Rejected with 0: an address that is no live area, a length other than the area's, a stream that is malformed or of
/// other columns, a command that is not known, memory that does not suffice.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_process_data_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    let stream = host::read(|areas| {
        let answer = work::answer(whole(areas, meta, meta_len)?, whole(areas, data, data_len)?)?;
        Area::holding(&[&answer])
    });
    stream
        .and_then(|stream| {
            let pair = Area::holding(&[&stream.address().to_le_bytes(), &stream.size().to_le_bytes()])?;
            host::give([pair, stream])
        })
        .unwrap_or(REJECTED)
}

/// The bytes of the live area that begins at `address`, if it has just this length.
fn whole(areas: &HostAreas, address: u32, length: u32) -> Option<&[u8]> {
    areas.find(address).map(Area::bytes).filter(|bytes| bytes.len() == length as usize)
}
