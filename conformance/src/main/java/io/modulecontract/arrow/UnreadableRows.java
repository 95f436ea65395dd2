package io.modulecontract.arrow;

/**
 * Rows that do not fit their schema. The message is one sentence that names the line, the column,
 * what was expected and what was found.
 */
public final class UnreadableRows extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableRows(String message) {
    super(message);
  }

  UnreadableRows inLine(int line) {
    return new UnreadableRows("line " + line + ", " + getMessage());
  }
}
