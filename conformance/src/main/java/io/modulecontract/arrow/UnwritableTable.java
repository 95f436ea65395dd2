package io.modulecontract.arrow;

/** A table that no stream can hold; the message is one sentence that says why. */
public final class UnwritableTable extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnwritableTable(String message) {
    super(message);
  }
}
