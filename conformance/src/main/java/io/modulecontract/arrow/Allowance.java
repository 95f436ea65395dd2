package io.modulecontract.arrow;

import io.modulecontract.arrow.ColumnParts.BufferParts;
import java.util.List;

/**
 * What the reader is ready to make of a stream beyond its own size. A structure of null columns
 * takes no byte a row, and views can name one long text a million times: a few bytes would become
 * gigabytes.
 */
final class Allowance {

  private static final long ROWS = 1 << 20;
  private static final long TIMES = 64;
  private static final long TEXT = 1 << 24;

  private long rows;
  private long text;

  Allowance(long streamBytes) {
    this.rows = ROWS + 8 * streamBytes;
    this.text = TEXT + TIMES * streamBytes;
  }

  /** Whether a row of the column takes memory here, and no bit in the stream. */
  static boolean costs(ColumnPlan plan, List<BufferParts> buffers) {
    return switch (plan.storage()) {
      case STRUCT, FIXED_LIST -> buffers.get(0).length() == 0;
      case FIXED -> plan.width() == 0 && buffers.get(0).length() == 0;
      default -> false;
    };
  }

  void rows(int count) {
    rows -= count;
    if (rows < 0) {
      throw new ReadStop(
          FlawKind.LIMIT, "", "rows in proportion to the stream", count + " rows without a byte");
    }
  }

  void text(long length) {
    text -= length;
    if (text < 0) {
      throw new ReadStop(
          FlawKind.LIMIT, "", "values in proportion to the stream", "long ones named many times");
    }
  }
}
