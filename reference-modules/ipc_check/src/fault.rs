/// What is wrong with a stream; the first thing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes end before the end marker.
    Cut,
    /// There are bytes behind the end marker.
    Behind,
    /// A message does not begin as one does, or a length is no multiple of 8.
    Framing,
    /// A message's flatbuffer points outside itself, or lacks what it must have.
    Flatbuffer,
    /// A message comes where none of its kind may.
    Order,
    /// A version, byte order, compression or encoding that is not served.
    Unsupported,
    /// The schema is another one.
    Schema,
    /// Custom metadata is no text, or names more text than the message has.
    Metadata,
    /// The numbers of rows, columns or buffers do not fit together.
    Counts,
    /// A buffer lies outside the body, over another one, not at a multiple of 8, or is too short.
    Buffers,
    /// A validity bitmap is missing, or has another number of nulls than was said.
    Validity,
    /// Offsets decrease, or lie outside the text.
    Offsets,
    /// Text is not UTF-8.
    Text,
}
