//! Steps of writing that are easily done wrong.

use crate::Layout;

/// What every stream ends in.
pub const END_MARKER: [u8; 8] = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

/// How a result is written. As the steps stand here, they are right.
pub trait Form {
    /// What the stream ends in.
    const END: &'static [u8] = &END_MARKER;

    /// Where a batch's parts come to lie, and how many there are.
    fn layout(layout: Layout) -> Layout {
        layout
    }

    /// The offset of a text: behind the texts that were `written` before it, wherever it lay in its `source`.
    fn offset(written: usize, _source: usize) -> usize {
        written
    }
}

/// All steps right.
pub struct Right;

impl Form for Right {}
