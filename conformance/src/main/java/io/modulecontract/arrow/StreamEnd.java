package io.modulecontract.arrow;

/** Whether a stream needs its end marker. */
public enum StreamEnd {
  /** In an area of memory nothing else tells a cut stream from a whole one (ARROW-08). */
  REQUIRED,
  /** The bytes may end behind any message; if there is an end marker, nothing follows it. */
  OPTIONAL
}
