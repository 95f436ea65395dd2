package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Smaller tables of the same schema to try when one fails. */
public final class TableShrinks {

  /**
   * What needs thousands of rows fails with nearly any of them: of larger batches, so many places
   * from the end are tried for each size, and no single values.
   */
  private static final int MOST = 64;

  private TableShrinks() {}

  /**
   * Smaller tables, the much smaller ones first; each is made when it is asked for. First batches
   * are left out, then halves of rows, quarters, single rows, then values become simpler.
   */
  public static Stream<Table> of(Table table) {
    List<Supplier<Optional<Table>>> edits = new ArrayList<>();
    fewerBatches(table, edits);
    fewerRows(table, edits);
    simplerColumns(table, edits);
    simplerValues(table, edits);
    return edits.stream().map(Supplier::get).flatMap(Optional::stream);
  }

  private static void fewerBatches(Table table, List<Supplier<Optional<Table>>> edits) {
    int count = table.batches().size();
    for (int size = count; size > 0; size /= 2) {
      for (int end = count; end > 0; end -= size) {
        int from = Math.max(0, end - size);
        int to = end;
        edits.add(() -> Optional.of(without(table, from, to)));
      }
    }
    if (count > 1) {
      edits.add(() -> Optional.of(Table.ofRows(table.tableSchema(), table.rows())));
    }
  }

  private static Table without(Table table, int from, int to) {
    List<Batch> left = new ArrayList<>(table.batches().subList(0, from));
    left.addAll(table.batches().subList(to, table.batches().size()));
    return new Table(table.tableSchema(), left);
  }

  private static void fewerRows(Table table, List<Supplier<Optional<Table>>> edits) {
    int most = table.batches().stream().mapToInt(Batch::rows).max().orElse(0);
    for (int size = most; size > 0; size /= 2) {
      for (int number = 0; number < table.batches().size(); number++) {
        int batch = number;
        Batch whole = table.batches().get(number);
        int last = Math.max(0, whole.rows() - MOST * size);
        for (int end = size > whole.rows() ? 0 : whole.rows(); end > last; end -= size) {
          int from = Math.max(0, end - size);
          int to = end;
          edits.add(() -> Optional.of(with(table, batch, without(whole, from, to))));
        }
      }
    }
  }

  private static Batch without(Batch batch, int from, int to) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (List<@Nullable Object> column : batch.columns()) {
      List<@Nullable Object> left = new ArrayList<>(column.subList(0, from));
      left.addAll(column.subList(to, column.size()));
      columns.add(Collections.unmodifiableList(left));
    }
    return new Batch(batch.rows() - (to - from), columns);
  }

  private static Table with(Table table, int number, Batch batch) {
    List<Batch> batches = new ArrayList<>(table.batches());
    batches.set(number, batch);
    return new Table(table.tableSchema(), batches);
  }

  /** All values of a column at once, by the simplest that any of them becomes. */
  private static void simplerColumns(Table table, List<Supplier<Optional<Table>>> edits) {
    for (int number = 0; number < table.batches().size(); number++) {
      for (int column = 0; column < table.tableSchema().columns().size(); column++) {
        int batch = number;
        int index = column;
        edits.add(() -> simplerColumn(table, batch, index));
      }
    }
  }

  private static Optional<Table> simplerColumn(Table table, int number, int index) {
    Batch batch = table.batches().get(number);
    List<@Nullable Object> values = new ArrayList<>(batch.columns().get(index));
    ColumnPlan plan = table.tableSchema().plans().get(index);
    values.replaceAll(value -> simplest(plan, value));
    return values.equals(batch.columns().get(index))
        ? Optional.empty()
        : Optional.of(with(table, number, with(batch, index, values)));
  }

  private static Batch with(Batch batch, int index, List<@Nullable Object> values) {
    List<List<@Nullable Object>> columns = new ArrayList<>(batch.columns());
    columns.set(index, Collections.unmodifiableList(values));
    return new Batch(batch.rows(), columns);
  }

  private static @Nullable Object simplest(ColumnPlan plan, @Nullable Object value) {
    return value == null ? null : SimplerValues.of(plan, value).findFirst().orElse(value);
  }

  private static void simplerValues(Table table, List<Supplier<Optional<Table>>> edits) {
    for (int number = 0; number < table.batches().size(); number++) {
      Batch batch = table.batches().get(number);
      for (int column = 0; column < batch.columns().size(); column++) {
        ColumnPlan plan = table.tableSchema().plans().get(column);
        for (int row = 0; row < (batch.rows() > MOST ? 0 : batch.rows()); row++) {
          Object value = batch.columns().get(column).get(row);
          if (value != null) {
            int there = number;
            int index = column;
            int at = row;
            SimplerValues.of(plan, value)
                .forEach(
                    simpler ->
                        edits.add(
                            () -> {
                              List<@Nullable Object> values =
                                  new ArrayList<>(batch.columns().get(index));
                              values.set(at, simpler);
                              return Optional.of(with(table, there, with(batch, index, values)));
                            }));
          }
        }
      }
    }
  }
}
