package io.modulecontract.spec;

/** How binding a clause is, in the words of RFC 2119. */
public enum Level {
  /** A module that breaks it does not conform. */
  MUST,
  /** Breaking it is a warning, and a failure under {@code --strict}. */
  SHOULD,
  /** Noted in the report, never a failure. */
  MAY
}
