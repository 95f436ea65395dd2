//! The rows of a batch, read in place.

use crate::contents::Contents;
use ipc_check::{Header, Message};

/// A batch of the columns `id`, `score`, `text`, in a stream that passed the check: nothing here is looked at again.
#[derive(Clone, Copy)]
pub struct Batch<'a> {
    /// How many rows.
    pub rows: usize,
    ids: &'a [u8],
    scores: Nullable<'a>,
    texts: Nullable<'a>,
    text: &'a [u8],
}

/// A buffer with something for each row, and a bit for each row that says whether it counts.
#[derive(Clone, Copy)]
struct Nullable<'a> {
    /// Empty where nothing is null.
    validity: &'a [u8],
    buffer: &'a [u8],
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Column `id`.
    pub id: u64,
    /// Column `score`, its bits.
    pub score: Option<u64>,
    /// Column `text`.
    pub text: Option<&'a [u8]>,
    /// Where the text begins among the texts of the batch that it was read from.
    pub offset: usize,
}

impl<'a> Batch<'a> {
    /// The batch in a message; `None` for another kind of message.
    pub fn of(message: &Message<'a>) -> Option<Self> {
        if message.header != Header::Batch {
            return None;
        }
        let contents = Contents(message.flatbuffer);
        let (rows, _) = contents.pair(contents.node_at(0)?)?;
        let buffer = |index| -> Option<&'a [u8]> {
            let (start, length) = contents.pair(contents.buffer_at(index)?)?;
            message.body.get(start..start.checked_add(length)?)
        };
        let nullable = |first| Some(Nullable { validity: buffer(first)?, buffer: buffer(first + 1)? });
        Some(Batch { rows, ids: buffer(1)?, scores: nullable(2)?, texts: nullable(4)?, text: buffer(6)? })
    }

    /// A row below [`Self::rows`].
    pub fn row(&self, row: usize) -> Row<'a> {
        let (start, end) = if self.texts.buffer.is_empty() { (0, 0) } else { self.texts.offsets(row) };
        Row {
            id: word(self.ids, row),
            score: self.scores.is_valid(row).then(|| word(self.scores.buffer, row)),
            text: self.texts.is_valid(row).then(|| &self.text[start..end]),
            offset: start,
        }
    }
}

impl Nullable<'_> {
    fn is_valid(&self, row: usize) -> bool {
        self.validity.is_empty() || self.validity[row / 8] & (1 << (row % 8)) != 0
    }

    fn offsets(&self, row: usize) -> (usize, usize) {
        (number(self.buffer, row), number(self.buffer, row + 1))
    }
}

fn word(buffer: &[u8], index: usize) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&buffer[8 * index..8 * index + 8]);
    u64::from_le_bytes(bytes)
}

fn number(buffer: &[u8], index: usize) -> usize {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&buffer[4 * index..4 * index + 4]);
    u32::from_le_bytes(bytes) as usize
}
