//! Whether memory suffices, asked beforehand.
//!
//! Crate `arrow` allocates as most of Rust does: where memory runs out, the program ends, here with a trap. For a guest that
//! is the host's decision and an ordinary answer. So before each step that allocates by way of the crate, the most that
//! the step can need is asked for in one piece and given back at once: what was there for that is there for the step.
//! Nothing else runs in between. Asking costs no more than a look into the allocator's lists; no byte is touched.

/// For what does not follow the input: builders, the small things beside each column.
const BESIDES: usize = 64 << 10;

/// Room for the schema: read, and written again. Each name and each entry of custom metadata becomes a string and a place
/// in a map, which takes several times its bytes in the stream.
const SCHEMA: usize = 16;

/// Room for a batch: read in place, rows of it chosen, or added to sums.
const BATCH: usize = 4;

/// Room to write a batch: its body is put together in a vector that doubles, so at times there is an old one beside the
/// new.
const WRITTEN: usize = 4;

/// Before a stream's schema is read, with its first batch.
pub fn to_open(schema: usize, batch: usize) -> Option<()> {
    ask(schema.checked_mul(SCHEMA)?.checked_add(batch.checked_mul(BATCH)?)?)
}

/// Before a batch is read, whose message has so many bytes.
pub fn to_read(batch: usize) -> Option<()> {
    ask(batch.checked_mul(BATCH)?)
}

/// Before a batch is written, whose columns have so many bytes.
pub fn to_write(batch: usize) -> Option<()> {
    ask(batch.checked_mul(WRITTEN)?)
}

/// Before so many bytes are allocated, in however many pieces.
pub fn ask(bytes: usize) -> Option<()> {
    Vec::<u8>::new().try_reserve_exact(bytes.checked_add(BESIDES)?).ok()
}
