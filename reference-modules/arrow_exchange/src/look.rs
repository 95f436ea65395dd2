//! Steps that only some of the faulty guests take: they look at all batches, or at all rows, or work on a copy.

use crate::batch::Batch;
use crate::rows::Rows;
use crate::{Command, Contents, Row, checked, chosen};
use exchange::{Allocator, Base, REFUSED, bytes_mut};
use ipc_check::{Header, Message, Messages};

/// Whether every batch is as wanted; `None` where one is not.
pub fn all_batches(data: &[u8], wanted: impl Fn(Contents) -> Option<bool>) -> Option<()> {
    let mut messages = Messages::of(data);
    while let Some(message) = messages.next().ok()? {
        if message.header == Header::Batch && !wanted(Contents(message.flatbuffer))? {
            return None;
        }
    }
    Some(())
}

/// Whether every row of checked data is as wanted; `None` where one is not.
pub fn all_rows(data: &[u8], wanted: impl Fn(Row) -> bool) -> Option<()> {
    let mut messages = Messages::of(data);
    while let Some(message) = messages.next().ok()? {
        if Batch::of(&message).is_some_and(|batch| !Rows::of(batch).all(&wanted)) {
            return None;
        }
    }
    Some(())
}

/// The answer of a call that changes the batches in a copy of the data, each given as it was and with its bytes in the copy,
/// before the check sees them. The copy is released again.
pub fn answer_from_copy(
    areas: &mut Base,
    command: Command,
    data: &[u8],
    change: impl Fn(&Message, &mut [u8]) -> Option<()>,
) -> Option<u32> {
    let copy = areas.make(data.len(), |copy| copy.copy_from_slice(data))?;
    let stream = bytes_mut(areas.live(copy)?);
    let changed = change_batches(data, stream, change);
    let answer = changed.and_then(|()| checked(stream)).and_then(|_| chosen(areas, command, stream));
    areas.deallocate(copy);
    answer
}

fn change_batches(
    data: &[u8],
    copy: &mut [u8],
    change: impl Fn(&Message, &mut [u8]) -> Option<()>,
) -> Option<()> {
    let mut messages = Messages::of(data);
    let mut start = 0;
    while let Some(message) = messages.next().ok()? {
        let end = start + message.length;
        if message.header == Header::Batch {
            change(&message, &mut copy[start..end])?;
        }
        start = end;
    }
    Some(())
}

/// Whether there is room for so many bytes; it is free again.
pub fn make_room(areas: &mut Base, length: u32) -> Option<()> {
    let room = Some(areas.allocate(length)).filter(|&room| room != REFUSED)?;
    areas.deallocate(room);
    Some(())
}
