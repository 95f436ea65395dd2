//! Messages one after the other: marker, length, flatbuffer, body.

use crate::Fault;
use crate::flatbuffer::{Table, read};

/// What each message begins with.
const MARKER: u32 = u32::MAX;

/// Marker and length.
const PREFIX: usize = 8;

/// Versions of the format, as numbers in the flatbuffer. The columns served here are the same in both.
const VERSION_4: i16 = 3;
const VERSION_5: i16 = 4;

/// The kinds of message that a stream without dictionaries has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// The columns, without a body.
    Schema,
    /// Some rows of all columns.
    Batch,
}

/// One message.
pub struct Message<'a> {
    /// What it is.
    pub header: Header,
    /// The message's table of contents.
    pub flatbuffer: &'a [u8],
    /// Its part for this kind.
    pub(crate) table: Table<'a>,
    /// Its outer part.
    pub(crate) envelope: Table<'a>,
    /// What comes behind the flatbuffer.
    pub body: &'a [u8],
    /// How many bytes all of it takes.
    pub length: usize,
}

/// The messages of a stream, from the first on. They are whole, and are looked at no closer than that.
pub struct Messages<'a> {
    rest: &'a [u8],
}

impl<'a> Messages<'a> {
    /// All messages of a stream.
    pub fn of(bytes: &'a [u8]) -> Self {
        Messages { rest: bytes }
    }

    /// The next message; `None` at the end marker.
    #[allow(clippy::should_implement_trait)] // An iterator could not say what is wrong and then end.
    pub fn next(&mut self) -> Result<Option<Message<'a>>, Fault> {
        let (prefix, behind) = self.rest.split_at_checked(PREFIX).ok_or(Fault::Cut)?;
        if read::u32(prefix, 0)? != MARKER {
            return Err(Fault::Framing);
        }
        let length = read::u32(prefix, 4)? as usize;
        if length == 0 {
            return if behind.is_empty() { Ok(None) } else { Err(Fault::Behind) };
        }
        if length % 8 != 0 {
            return Err(Fault::Framing);
        }
        let (flatbuffer, behind) = behind.split_at_checked(length).ok_or(Fault::Cut)?;
        let envelope = Table::root(flatbuffer)?;
        let body_length = envelope.i64(3, 0)?;
        if body_length % 8 != 0 {
            return Err(Fault::Framing);
        }
        let body_length = usize::try_from(body_length).map_err(|_| Fault::Framing)?;
        let (body, behind) = behind.split_at_checked(body_length).ok_or(Fault::Cut)?;
        let message = Message {
            header: header(&envelope)?,
            table: envelope.table(2)?.ok_or(Fault::Flatbuffer)?,
            flatbuffer,
            envelope,
            body,
            length: self.rest.len() - behind.len(),
        };
        self.rest = behind;
        Ok(Some(message))
    }
}

fn header(envelope: &Table) -> Result<Header, Fault> {
    if !matches!(envelope.i16(0, 0)?, VERSION_4 | VERSION_5) {
        return Err(Fault::Unsupported);
    }
    match envelope.u8(1, 0)? {
        1 => Ok(Header::Schema),
        3 => Ok(Header::Batch),
        // Dictionaries, tensors, and what later versions of the format may bring.
        _ => Err(Fault::Unsupported),
    }
}
