package io.modulecontract.arrow;

/**
 * A schema with a column that the suite cannot make or read. The message is one sentence: which
 * column, which type, why.
 */
public final class UnsupportedSchema extends Exception {

  private static final long serialVersionUID = 1L;

  UnsupportedSchema(String message) {
    super(message);
  }
}
