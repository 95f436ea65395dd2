package io.modulecontract.arrow;

/** What is wrong with a stream. */
public enum FlawKind {
  /** The bytes end within a message. */
  CUT,
  /** The bytes end between two messages, before the end marker: all that is there is whole. */
  NO_END,
  /** There are bytes behind the end marker. */
  BEHIND_END,
  /** A message does not begin as one does, or a length is no multiple of 8. */
  FRAMING,
  /** A message's metadata points outside itself, or lacks what it must have. */
  METADATA,
  /**
   * A table of the metadata contradicts itself, yet what it names lies within the metadata: the
   * flatbuffers project's own verifiers read it.
   */
  TABLE,
  /** A message comes where none of its kind may. */
  ORDER,
  /** A version, byte order, compression or type that the contract leaves out. */
  NOT_SERVED,
  /** The schema speaks of a type that does not exist. */
  SCHEMA,
  /** The numbers of rows, columns or buffers do not fit together. */
  COUNT,
  /** A buffer lies outside the body, over another one, not at a multiple of 8, or is too short. */
  BUFFER,
  /** The number of nulls is another one than the validity bitmap has. */
  NULL_COUNT,
  /** A column that may have no nulls has some. */
  NULL,
  /** Offsets decrease, or lie outside of what they point into. */
  OFFSET,
  /** A view lies outside its buffer, or its first bytes are others. */
  VIEW,
  /** Text is not UTF-8. */
  TEXT,
  /** A dictionary is missing, unknown, or too short for an index. */
  DICTIONARY,
  /** Nested deeper, or names more, than this reader looks at: its limit, not the stream's fault. */
  LIMIT;

  /**
   * Whether a guest must reject a stream with this flaw (ARROW-03). It need not where only the end
   * marker is missing, which is ARROW-08's, or where others than this reader may read it.
   */
  public boolean malformed() {
    return this != NO_END && this != LIMIT && this != TABLE;
  }
}
