package io.modulecontract.arrow;

import java.util.List;

/** Some rows of a {@link StreamView}. */
public final class BatchView {

  private final BatchParts parts;
  private final List<ColumnView> columns;

  BatchView(StreamView stream, BatchParts parts) {
    this.parts = parts;
    columns = parts.columns().stream().map(column -> new ColumnView(stream, column)).toList();
  }

  /** How many rows there are. */
  public int rows() {
    return parts.rows();
  }

  /** The columns, in the schema's order. */
  public List<ColumnView> columns() {
    return columns;
  }

  /**
   * The first column of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ColumnView column(String name) {
    return columns.stream()
        .filter(column -> name.equals(column.field().getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column `" + name + "`"));
  }
}
