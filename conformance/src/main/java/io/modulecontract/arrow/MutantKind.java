package io.modulecontract.arrow;

/** What was done to a valid stream. */
public enum MutantKind {
  /** Cut off anywhere but between two messages. */
  CUT,
  /** Cut off exactly between two messages: whole, but for its end (ARROW-08, not ARROW-03). */
  CUT_BETWEEN_MESSAGES,
  /** A lie about how long a message's metadata or body is. */
  MESSAGE_LENGTH,
  /** A lie about how many rows, values, nodes or buffers there are. */
  COUNT,
  /** A lie about how many values are null. */
  NULL_COUNT,
  /** A lie about where a buffer lies, or how long it is. */
  BUFFER,
  /** A lie about where in the metadata a table has a field, or what the field names. */
  FIELD,
  /** Offsets that decrease or point outside. */
  OFFSET,
  /** Views that point outside, or begin otherwise than they say. */
  VIEW,
  /** Text that is not UTF-8. */
  TEXT,
  /** Dictionaries that are missing, late or unknown, or indices beyond them. */
  DICTIONARY,
  /** Messages that are missing, doubled or in another order. */
  ORDER,
  /** A version, byte order, framing or compression that the contract leaves out. */
  NOT_SERVED,
  /** Bytes behind the end marker. */
  BEHIND_END,
  /** Bits flipped, bytes copied, left out or put in, anywhere. */
  DAMAGE
}
