//! What a host can ask for.

use crate::columns::META;
use crate::contents::Contents;
use crate::{Row, check};
use ipc_check::{Header, Messages};

/// A command, as the meta stream's row has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// `all`: the rows as they are.
    All,
    /// `scored`: the rows that have a score.
    Scored,
}

impl Command {
    /// The command in a meta stream, which has one row among batches that may be empty.
    pub fn of(meta: &[u8]) -> Option<Self> {
        if check(meta, &META).ok()?.rows != 1 {
            return None;
        }
        let mut messages = Messages::of(meta);
        while let Some(message) = messages.next().ok()? {
            if message.header == Header::Batch && rows(&message)? == 1 {
                return Command::parse(text(&message)?);
            }
        }
        None
    }

    fn parse(text: &[u8]) -> Option<Self> {
        match text {
            b"all" => Some(Command::All),
            b"scored" => Some(Command::Scored),
            _ => None,
        }
    }

    /// Whether a row is in the answer.
    pub fn chooses(self, row: &Row) -> bool {
        self == Command::All || row.score.is_some()
    }
}

fn rows(message: &ipc_check::Message) -> Option<usize> {
    let contents = Contents(message.flatbuffer);
    contents.pair(contents.node_at(0)?).map(|(rows, _)| rows)
}

/// The text of a batch with one column and one row.
fn text<'a>(message: &ipc_check::Message<'a>) -> Option<&'a [u8]> {
    let contents = Contents(message.flatbuffer);
    let buffer = |index| -> Option<&'a [u8]> {
        let (start, length) = contents.pair(contents.buffer_at(index)?)?;
        message.body.get(start..start.checked_add(length)?)
    };
    let offset = |at: usize| -> Option<usize> {
        Some(u32::from_le_bytes(buffer(1)?.get(at..at + 4)?.try_into().ok()?) as usize)
    };
    buffer(2)?.get(offset(0)?..offset(4)?)
}
