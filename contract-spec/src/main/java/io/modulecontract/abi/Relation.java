package io.modulecontract.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an author promises about a table that a command answers, beside the table that it was given.
 * Rows are compared by their cells: NaN equals NaN, and minus zero is another number than zero.
 */
public enum Relation {
  /** The answer has as many rows as the data. */
  ROWS_KEPT,
  /** The answer's columns have the names, the types and the order of those of the data. */
  COLUMNS_KEPT,
  /** The same rows in another order give the same rows, in whatever order. */
  ORDER_INDEPENDENT,
  /** The same rows, shared out among other batches, give the same rows in the same order. */
  BATCHING_INDEPENDENT,
  /** The answer, given back as data, gives the same rows again. */
  IDEMPOTENT,
  /** Two tables one behind the other give their two answers one behind the other. */
  CONCATENATION,
  /** The answer has the columns of the data, and rows of the data only, none of them more often. */
  SUBSET;

  /** The relation of this name as a descriptor writes it; empty when there is none. */
  public static Optional<Relation> byName(String name) {
    return Arrays.stream(values()).filter(relation -> relation.toString().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(Relation::toString).collect(Collectors.joining(", "));
  }

  /** As a descriptor writes it, such as {@code rows-kept}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
