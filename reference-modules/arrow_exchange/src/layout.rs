//! How long a batch of the result is, and where in it everything comes to lie: known before a byte is written.

use crate::Row;
use crate::columns::{COLUMNS, SCORE, TEXT};
use crate::form::Form;

/// Each column has a bitmap and values; text has its bytes, too.
pub const BUFFERS: usize = 7;

/// The table of contents, as `write.rs` lays it down.
pub const CONTENTS: usize = 240;

/// A message's marker and length.
pub const PREFIX: usize = 8;

/// Every buffer begins at a multiple of this.
const ALIGNMENT: usize = 8;

/// A buffer in the body.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// Where it begins.
    pub start: usize,
    /// How many bytes it has, without padding.
    pub length: usize,
}

/// One batch of the result.
#[derive(Clone, Copy)]
pub struct Layout {
    /// How many rows.
    pub rows: usize,
    /// How many nulls each column has.
    pub nulls: [usize; COLUMNS],
    /// Where the buffers lie, in the order of the columns.
    pub buffers: [Place; BUFFERS],
    /// How long the body is, with the padding at its end.
    pub body: usize,
}

impl Layout {
    /// The layout of these rows.
    pub fn of<'a, F: Form>(rows: impl Iterator<Item = Row<'a>>) -> Self {
        let (mut count, mut nulls, mut text) = (0, [0; COLUMNS], 0);
        for row in rows {
            count += 1;
            nulls[SCORE] += usize::from(row.score.is_none());
            nulls[TEXT] += usize::from(row.text.is_none());
            text += row.text.map_or(0, <[u8]>::len);
        }
        // Where nothing is null, no bitmap says so.
        let bitmap = |column: usize| if nulls[column] > 0 { usize::div_ceil(count, 8) } else { 0 };
        let lengths = [0, 8 * count, bitmap(SCORE), 8 * count, bitmap(TEXT), 4 * (count + 1), text];
        let mut buffers = [Place::default(); BUFFERS];
        let mut end = 0;
        for (place, length) in buffers.iter_mut().zip(lengths) {
            *place = Place { start: end, length };
            end = (end + length).next_multiple_of(ALIGNMENT);
        }
        F::layout(Layout { rows: count, nulls, buffers, body: end })
    }

    /// How long the message is.
    pub fn message(&self) -> usize {
        PREFIX + CONTENTS + self.body
    }
}
