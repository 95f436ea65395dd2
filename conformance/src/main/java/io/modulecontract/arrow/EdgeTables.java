package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Fixed tables of a schema, each of which tries one thing. */
final class EdgeTables {

  private static final int[] BITMAP_BORDERS = {7, 8, 9, 63, 64, 65};
  private static final int MANY = 40;
  private static final int LONG_TEXT = 70_000;

  private final TableSchema schema;

  EdgeTables(TableSchema schema) {
    this.schema = schema;
  }

  List<GeneratedTable> all() {
    List<GeneratedTable> all = new ArrayList<>();
    all.add(new GeneratedTable("no batch", new Table(schema, List.of())));
    all.add(made("one batch of no row", batch(0, this::edge)));
    all.add(made("one row", batch(1, this::edge)));
    all.add(made("one row of nulls wherever they are allowed", batch(1, this::none)));
    all.add(made("nulls wherever they are allowed", batch(9, this::none)));
    all.add(made("extreme values", batch(edgeCount(), this::edge)));
    all.add(made("extreme values and nulls by turns", batch(2 * edgeCount(), this::byTurns)));
    for (int rows : BITMAP_BORDERS) {
      all.add(made(rows + " rows", batch(rows, this::byTurns)));
    }
    all.add(
        made(
            "batches of no row around one",
            batch(0, this::edge),
            batch(3, this::edge),
            batch(0, this::edge)));
    all.add(many());
    if (schema.plans().stream().anyMatch(EdgeTables::isLong)) {
      all.add(made("a value of 70000 bytes", batch(2, this::longText)));
    }
    return all;
  }

  private GeneratedTable many() {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int first = i;
      batches.add(batch(1, (plan, row) -> edge(plan, first)));
    }
    return made(MANY + " batches of one row", batches.toArray(Batch[]::new));
  }

  private GeneratedTable made(String words, Batch... batches) {
    return new GeneratedTable(words, new Table(schema, List.of(batches)));
  }

  private Batch batch(int rows, BiFunction<ColumnPlan, Integer, @Nullable Object> value) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (ColumnPlan plan : schema.plans()) {
      @Nullable Object[] values = new @Nullable Object[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = value.apply(plan, row);
      }
      columns.add(Collections.unmodifiableList(Arrays.asList(values)));
    }
    return new Batch(rows, columns);
  }

  private int edgeCount() {
    return schema.plans().stream().mapToInt(plan -> EdgeValues.of(plan).size()).max().orElse(1);
  }

  private @Nullable Object edge(ColumnPlan plan, int row) {
    List<Object> edges = EdgeValues.of(plan);
    return edges.isEmpty() ? null : edges.get(row % edges.size());
  }

  private @Nullable Object none(ColumnPlan plan, int row) {
    return plan.nullable() ? null : edge(plan, row);
  }

  private @Nullable Object byTurns(ColumnPlan plan, int row) {
    return row % 2 == 0 ? none(plan, row / 2) : edge(plan, row / 2);
  }

  private static boolean isLong(ColumnPlan plan) {
    return !plan.encoded() && (plan.storage().isVariable() || plan.storage() == Storage.VIEWS);
  }

  private @Nullable Object longText(ColumnPlan plan, int row) {
    if (row == 0 && isLong(plan)) {
      return plan.scalar() == Scalar.TEXT
          ? "ä".repeat(LONG_TEXT / 2)
          : Blob.of(new byte[LONG_TEXT]);
    }
    return edge(plan, row);
  }
}
