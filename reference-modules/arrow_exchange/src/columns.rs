//! The columns of both streams, as the check wants them.

use ipc_check::{Column, Kind};

/// What to do.
pub const META: [Column; 1] = [Column { name: "command", kind: Kind::Utf8, nullable: false }];

/// What to do it with. Text comes last: so a body ends with it, and where it ends is padded.
pub const DATA: [Column; COLUMNS] = [
    Column { name: "id", kind: Kind::UInt64, nullable: false },
    Column { name: "score", kind: Kind::Float64, nullable: true },
    Column { name: "text", kind: Kind::Utf8, nullable: true },
];

/// How many columns the data have.
pub const COLUMNS: usize = 3;

/// Where the column `score` lies.
pub const SCORE: usize = 1;

/// Where the column `text` lies.
pub const TEXT: usize = 2;
