package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes tables of a schema: fixed ones that try one thing each, and random ones. */
public final class TableGenerator {

  private static final int MOST_BATCHES = 4;
  private static final int ROWS_OF_LARGE_BATCH = 8192;

  private final TableSchema schema;

  /** Makes tables of this schema. */
  public TableGenerator(TableSchema schema) {
    this.schema = schema;
  }

  /** The fixed tables, the simplest first. */
  public List<GeneratedTable> edges() {
    return new EdgeTables(schema).all();
  }

  /**
   * A random table. The same state of the random numbers gives the same table.
   *
   * @param mostRows rows of all batches together are at most so many
   */
  public Table random(SplittableRandom random, int mostRows) {
    int rows = random.nextInt(mostRows + 1);
    int batches = random.nextInt(4) == 0 ? random.nextInt(MOST_BATCHES + 1) : 1;
    ValueGenerator values = new ValueGenerator(random);
    List<Batch> made = new ArrayList<>();
    for (int left = batches; left > 0; left--) {
      int here = left == 1 ? rows : random.nextInt(rows + 1);
      made.add(batch(values, here));
      rows -= here;
    }
    return new Table(schema, made);
  }

  /**
   * A random table of many rows.
   *
   * @param rows how many, in batches of 8192
   */
  public Table large(SplittableRandom random, int rows) {
    ValueGenerator values = new ValueGenerator(random);
    List<Batch> batches = new ArrayList<>();
    for (int done = 0; done < rows; done += ROWS_OF_LARGE_BATCH) {
      batches.add(batch(values, Math.min(ROWS_OF_LARGE_BATCH, rows - done)));
    }
    return new Table(schema, batches);
  }

  private Batch batch(ValueGenerator values, int rows) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (ColumnPlan plan : schema.plans()) {
      columns.add(Collections.unmodifiableList(values.column(plan, rows)));
    }
    return new Batch(rows, columns);
  }
}
