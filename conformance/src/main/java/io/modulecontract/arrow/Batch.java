package io.modulecontract.arrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table.
 *
 * <p>Values are plain: null; {@link Boolean}; {@link Long} for integers, dates, times, timestamps,
 * durations and months, in the column's unit (64 bits without a sign as the same bits); {@link
 * Float} for floats of 16 and 32 bits, {@link Double}; {@link java.math.BigDecimal} of the column's
 * scale; {@link Interval}; {@link String}; {@link Blob}; a {@link List} of values for lists, of the
 * children's values for structures, of entries (key, value) for maps. A column with a dictionary
 * has the values themselves.
 *
 * @param rows how many
 * @param columns the values of each column, one for each row; unmodifiable
 */
public record Batch(int rows, List<List<@Nullable Object>> columns) {

  /**
   * Some rows.
   *
   * @throws IllegalArgumentException if a column has another number of values
   */
  public Batch {
    columns = List.copyOf(columns);
    for (List<@Nullable Object> column : columns) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "a column of " + column.size() + " values in a batch of " + rows + " rows");
      }
    }
  }
}
