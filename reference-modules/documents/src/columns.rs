//! The columns of every stream here: as the check wants them, and where each lies in a batch.

use arrow_array::types::{ArrowPrimitiveType, Float64Type, TimestampSecondType};
use arrow_array::{Array, PrimitiveArray, RecordBatch, StringArray};
use ipc_check::{Column, Kind};

/// The one time zone of all dates.
pub const ZONE: &str = "+00:00";

/// What to do.
pub const META: [Column; 2] = [
    Column { name: "command", kind: Kind::Utf8, nullable: false },
    Column { name: "config", kind: Kind::Struct(&CONFIG), nullable: false },
];

/// Where the documents come from. No command looks there; it is part of what host and guest agreed on.
const CONFIG: [Column; 1] = [Column { name: "filename", kind: Kind::Utf8, nullable: false }];

/// What to do it with.
pub const DATA: [Column; 5] = [
    Column { name: "id", kind: Kind::UInt64, nullable: false },
    Column { name: "content", kind: Kind::Utf8, nullable: false },
    Column { name: "title", kind: Kind::Utf8, nullable: true },
    Column { name: "date", kind: Kind::Seconds(ZONE), nullable: false },
    Column { name: "score", kind: Kind::Float64, nullable: true },
];

/// Where columns lie.
pub const COMMAND: usize = 0;
pub const ID: usize = 0;
pub const CONTENT: usize = 1;
pub const TITLE: usize = 2;
pub const DATE: usize = 3;
pub const SCORE: usize = 4;

/// A column of text. `None` would mean that the check let another schema pass.
pub fn text(batch: &RecordBatch, column: usize) -> Option<&StringArray> {
    batch.columns().get(column)?.as_any().downcast_ref()
}

/// A column of numbers.
pub fn numbers<T: ArrowPrimitiveType>(batch: &RecordBatch, column: usize) -> Option<&PrimitiveArray<T>> {
    batch.columns().get(column)?.as_any().downcast_ref()
}

/// The dates, in seconds since 1970.
pub fn dates(batch: &RecordBatch) -> Option<&PrimitiveArray<TimestampSecondType>> {
    numbers(batch, DATE)
}

/// The scores.
pub fn scores(batch: &RecordBatch) -> Option<&PrimitiveArray<Float64Type>> {
    numbers(batch, SCORE)
}
