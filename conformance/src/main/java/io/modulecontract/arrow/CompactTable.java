package io.modulecontract.arrow;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small tables in few bytes, for programs that look for inputs: any bytes are a table of any
 * schema, and the same bytes always the same one. Numbers and texts stand in them as in a stream,
 * so that what a guest compares with can be found and put in. It is no format for others: a stream
 * is.
 *
 * <pre>
 * table = byte batch*      modulo 8: how many batches
 * batch = byte cell*       modulo 66: how many rows; then their cells, row by row
 * cell  = byte ...         see {@link CompactCells}
 * </pre>
 *
 * @param table the table
 * @param end where behind it the next byte stands; behind the last byte there are zeros
 */
public record CompactTable(Table table, int end) {

  private static final int BATCHES = 8;
  private static final int ROWS = 66;

  /** The table that begins at a place. */
  public static CompactTable read(TableSchema schema, byte[] bytes, int from) {
    CompactCells cells = new CompactCells(bytes, from);
    List<Batch> batches = new ArrayList<>();
    for (int left = cells.u8() % BATCHES; left > 0; left--) {
      batches.add(batch(schema.plans(), cells.u8() % ROWS, cells));
    }
    return new CompactTable(new Table(schema, batches), cells.at());
  }

  private static Batch batch(List<ColumnPlan> plans, int rows, CompactCells cells) {
    @Nullable Object[][] columns = new @Nullable Object[plans.size()][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][row] = cells.next(plans.get(column));
      }
    }
    return new Batch(
        rows,
        Arrays.stream(columns)
            .map(column -> Collections.unmodifiableList(Arrays.asList(column)))
            .toList());
  }

  /** The bytes of a table; empty when it is too large, or has a value that has no bytes here. */
  public static Optional<byte[]> write(Table table) {
    List<ColumnPlan> plans = table.tableSchema().plans();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean fits = table.batches().size() < BATCHES;
    out.write(table.batches().size());
    for (Batch batch : table.batches()) {
      fits &= batch.rows() < ROWS;
      out.write(batch.rows());
      for (int row = 0; row < batch.rows() && fits; row++) {
        for (int column = 0; column < plans.size(); column++) {
          fits &= CompactCells.write(plans.get(column), batch.columns().get(column).get(row), out);
        }
      }
    }
    return fits ? Optional.of(out.toByteArray()) : Optional.empty();
  }
}
