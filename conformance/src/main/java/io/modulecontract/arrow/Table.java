package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is meant, without bytes: columns, and batches of rows. Two tables are equal if
 * their schemas, batches and values are; NaN equals NaN, and 0.0 is not -0.0. Whether they hold the
 * same rows, however these are cut into batches, is asked of {@link TableComparison}.
 */
public final class Table {

  private final TableSchema schema;
  private final List<Batch> batches;

  /**
   * A table. Values are not looked at: each must be of the class that {@link Batch} names for its
   * column's type, and null only where the column allows it.
   *
   * @throws IllegalArgumentException if a batch has another number of columns
   */
  public Table(TableSchema schema, List<Batch> batches) {
    this.schema = schema;
    this.batches = List.copyOf(batches);
    for (Batch batch : batches) {
      if (batch.columns().size() != schema.columns().size()) {
        throw new IllegalArgumentException(
            "a batch of "
                + batch.columns().size()
                + " columns in a table of "
                + schema.columns().size());
      }
    }
  }

  /** A table of one batch with these rows. */
  public static Table ofRows(TableSchema schema, List<? extends List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      List<@Nullable Object> column = new ArrayList<>(rows.size());
      for (List<@Nullable Object> row : rows) {
        column.add(row.get(i));
      }
      columns.add(Collections.unmodifiableList(column));
    }
    return new Table(schema, List.of(new Batch(rows.size(), columns)));
  }

  /** The columns, as the suite sees them. */
  public TableSchema tableSchema() {
    return schema;
  }

  /** The columns, as Arrow's own classes have them. */
  public Schema schema() {
    return schema.schema();
  }

  /** The rows, batch by batch. */
  public List<Batch> batches() {
    return batches;
  }

  /** How many rows all batches have together. */
  public long rowCount() {
    return batches.stream().mapToLong(Batch::rows).sum();
  }

  /** All rows, each a list of its columns' values. */
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Batch batch : batches) {
      for (int row = 0; row < batch.rows(); row++) {
        List<@Nullable Object> values = new ArrayList<>(batch.columns().size());
        for (List<@Nullable Object> column : batch.columns()) {
          values.add(column.get(row));
        }
        rows.add(Collections.unmodifiableList(values));
      }
    }
    return Collections.unmodifiableList(rows);
  }

  /** All values of one column. */
  public List<@Nullable Object> column(int index) {
    if (batches.size() == 1) {
      return batches.get(0).columns().get(index);
    }
    List<@Nullable Object> all = new ArrayList<>();
    batches.forEach(batch -> all.addAll(batch.columns().get(index)));
    return Collections.unmodifiableList(all);
  }

  /**
   * These batches, then the other's.
   *
   * @throws IllegalArgumentException if the other has another schema
   */
  public Table and(Table other) {
    if (!schema.equals(other.schema)) {
      throw new IllegalArgumentException("tables of two schemas: " + schema + "; " + other.schema);
    }
    List<Batch> all = new ArrayList<>(batches);
    all.addAll(other.batches);
    return new Table(schema, all);
  }

  /** The same rows in batches of so many; the last may have fewer. */
  public Table inBatchesOf(int most) {
    List<List<@Nullable Object>> rows = rows();
    List<Batch> cut = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += most) {
      int to = (int) Math.min(from + (long) most, rows.size());
      cut.addAll(ofRows(schema, rows.subList(from, to)).batches());
    }
    return new Table(schema, cut);
  }

  /** The rows that something is true of, in one batch. */
  public Table where(Predicate<List<@Nullable Object>> kept) {
    return ofRows(schema, rows().stream().filter(kept).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table that
        && schema.equals(that.schema)
        && batches.equals(that.batches);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + batches.hashCode();
  }

  /** The columns and how much there is of them, as one line. */
  @Override
  public String toString() {
    return schema + "; " + rowCount() + " rows in " + batches.size() + " batches";
  }
}
