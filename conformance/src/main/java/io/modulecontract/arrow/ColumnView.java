package io.modulecontract.arrow;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link BatchView}. Rows are counted from 0. What fits a column's type is read
 * without an object for each value; {@link #value} reads any. A value of a row that is null may be
 * anything: ask {@link #isNull} first.
 */
public final class ColumnView {

  private final StreamView stream;
  private final ColumnParts parts;

  ColumnView(StreamView stream, ColumnParts parts) {
    this.stream = stream;
    this.parts = parts;
  }

  /** What the schema says of it. */
  public Field field() {
    return parts.plan().field();
  }

  /** Whether the row has no value. */
  public boolean isNull(int row) {
    return !parts.valid(stream.bytes(), checked(row));
  }

  /**
   * A whole number, date, time or timestamp, in the column's unit. Of 64 bits without a sign these
   * are the same bits.
   *
   * @throws IllegalStateException when the column has no such values
   */
  public long integer(int row) {
    ColumnPlan plan = need(Scalar.INT, Scalar.UINT, "whole numbers");
    int at = parts.buffer(1).start() + checked(row) * plan.width();
    return LittleEndian.number(stream.bytes(), at, plan.width(), plan.scalar() == Scalar.INT);
  }

  /**
   * A floating-point number of 32 or 64 bits.
   *
   * @throws IllegalStateException when the column has no such values
   */
  public double real(int row) {
    ColumnPlan plan = need(Scalar.FLOAT, Scalar.DOUBLE, "floating-point numbers");
    int at = parts.buffer(1).start() + checked(row) * plan.width();
    byte[] bytes = stream.bytes();
    return plan.scalar() == Scalar.DOUBLE
        ? Double.longBitsToDouble(LittleEndian.i64(bytes, at))
        : Float.intBitsToFloat(LittleEndian.i32(bytes, at));
  }

  /**
   * The bytes of a text or of a binary value, where they lie; read-only. A buffer that was handed
   * out cannot be taken back: it is of use as long as the view is open.
   *
   * @throws IllegalStateException when the column has no such values
   */
  public ByteBuffer bytes(int row) {
    need(Scalar.TEXT, Scalar.BYTES, "text or bytes of any length");
    return Cells.bytes(stream.bytes(), parts, checked(row)).asReadOnlyBuffer();
  }

  /** The same as a text. */
  public String text(int row) {
    need(Scalar.TEXT, Scalar.TEXT, "text");
    byte[] bytes = stream.bytes();
    ByteBuffer place = Cells.bytes(bytes, parts, checked(row));
    return Utf8.text(bytes, place.position(), place.limit());
  }

  /** A value of any column, as {@link Batch} has it; null where the row has none. */
  public @Nullable Object value(int row) {
    return Cells.value(stream.bytes(), parts, checked(row));
  }

  /** A value as a report shows it. */
  public String shown(int row) {
    return ValueText.of(parts.plan(), value(row));
  }

  private int checked(int row) {
    return Objects.checkIndex(row, parts.length());
  }

  private ColumnPlan need(Scalar one, Scalar other, String what) {
    ColumnPlan plan = parts.plan();
    if ((plan.scalar() != one && plan.scalar() != other) || plan.encoded()) {
      throw new IllegalStateException(
          "expected a column of " + what + ", found " + SchemaSummary.of(plan.field()));
    }
    return plan;
  }
}
