package io.modulecontract.script;

/** What a run of a script looks for beyond what every run shows. */
public enum Look {
  /** That a call leaves the bytes of its parameters as they are (CALL-08). */
  PARAMETERS,
  /** That every byte of a C string was written by the call that made it (CALL-03). */
  UNWRITTEN_RESULTS,
  /** Nothing at what is refused for want of memory, for growth is refused on purpose (GROW-05). */
  SHORT_OF_MEMORY,
  /** That the result of a function that answers a table is a well-formed stream (ARROW-01). */
  STREAMS,
  /**
   * That a guest which delivers its result hands over no more than the first piece where its host
   * wants no more, and says so (CALL-12).
   */
  FIRST_PIECE_ONLY,
  /** How much memory a call that must be rejected asks for (ARROW-05). */
  CLAIMS,
  /**
   * Nothing at second releases of results, for the guest accepts those of any area (DEALLOC-02).
   */
  RELEASED_ONCE,
  /** Nothing behind the last action, for what the calls answered is all that counts. */
  ANSWERS_ONLY,
  /** Steps for a reader. */
  STEPS
}
