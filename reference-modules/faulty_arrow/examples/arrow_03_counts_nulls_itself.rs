//! Breaks ARROW-03. How many nulls a column has is counted anew and what the stream says is overwritten, so a stream
//! that lies about it passes.
#![no_std]

use arrow_exchange::{Base, Contents, REJECTED, SCORE, TEXT, answer_from_copy, parameters};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            answer_from_copy(areas, command, data, |message, copy| {
                let contents = Contents(message.flatbuffer);
                for (column, bitmap) in [(SCORE, 2), (TEXT, 4)] {
                    let node = contents.node_at(column)?;
                    let (rows, _) = contents.pair(node)?;
                    let (start, length) = contents.pair(contents.buffer_at(bitmap)?)?;
                    let bits = message.body.get(start..start.checked_add(length)?)?;
                    let values = (0..rows)
                        .filter(|row| bits.get(row / 8).is_some_and(|byte| (byte >> (row % 8)) & 1 == 1));
                    let nulls = if length == 0 { 0 } else { rows - values.count() };
                    copy.get_mut(8 + node + 8..)?
                        .get_mut(..8)?
                        .copy_from_slice(&(nulls as u64).to_le_bytes());
                }
                Some(())
            })
        })
        .unwrap_or(REJECTED)
}
