//! The rows of a batch, one after the other.

use crate::{Batch, Row};
use core::ops::Range;

/// The rows from the first to the last, as often as wanted: a copy starts where the original is.
#[derive(Clone)]
pub struct Rows<'a> {
    batch: Batch<'a>,
    left: Range<usize>,
}

impl<'a> Rows<'a> {
    /// All rows.
    pub fn of(batch: Batch<'a>) -> Self {
        Rows::some(batch, batch.rows)
    }

    /// The first rows, so many.
    pub fn some(batch: Batch<'a>, count: usize) -> Self {
        Rows { batch, left: 0..count }
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        self.left.next().map(|row| self.batch.row(row))
    }
}
