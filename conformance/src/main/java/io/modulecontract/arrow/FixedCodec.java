package io.modulecontract.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Values of a fixed number of bytes, as bytes and as Java values. */
final class FixedCodec {

  private FixedCodec() {}

  static Object read(ColumnPlan plan, byte[] bytes, int at) {
    int width = plan.width();
    return switch (plan.scalar()) {
      case INT -> LittleEndian.number(bytes, at, width, true);
      case UINT -> LittleEndian.number(bytes, at, width, false);
      case HALF -> Float16.toFloat(LittleEndian.i16(bytes, at));
      case FLOAT -> Float.intBitsToFloat(LittleEndian.i32(bytes, at));
      case DOUBLE -> Double.longBitsToDouble(LittleEndian.i64(bytes, at));
      case DECIMAL -> decimal((ArrowType.Decimal) plan.type(), bytes, at, width);
      case DAY_TIME ->
          new Interval(0, LittleEndian.i32(bytes, at), LittleEndian.i32(bytes, at + 4));
      case MONTH_DAY_NANO ->
          new Interval(
              LittleEndian.i32(bytes, at),
              LittleEndian.i32(bytes, at + 4),
              LittleEndian.i64(bytes, at + 8));
      case BYTES -> Blob.of(bytes, at, at + width);
      case NONE, BOOL, TEXT -> throw new IllegalStateException(plan + " has no fixed width");
    };
  }

  /** Writes a value; the bytes are zero before. */
  static void write(ColumnPlan plan, Object value, byte[] bytes, int at) {
    int width = plan.width();
    switch (plan.scalar()) {
      case INT, UINT -> LittleEndian.putNumber(bytes, at, width, (Long) value);
      case HALF -> LittleEndian.put16(bytes, at, Float16.toFloat16((Float) value));
      case FLOAT -> LittleEndian.put32(bytes, at, Float.floatToIntBits((Float) value));
      case DOUBLE -> LittleEndian.put64(bytes, at, Double.doubleToLongBits((Double) value));
      case DECIMAL -> putDecimal((BigDecimal) value, bytes, at, width);
      case DAY_TIME -> {
        LittleEndian.put32(bytes, at, ((Interval) value).days());
        LittleEndian.put32(bytes, at + 4, (int) ((Interval) value).rest());
      }
      case MONTH_DAY_NANO -> {
        LittleEndian.put32(bytes, at, ((Interval) value).months());
        LittleEndian.put32(bytes, at + 4, ((Interval) value).days());
        LittleEndian.put64(bytes, at + 8, ((Interval) value).rest());
      }
      case BYTES -> ((Blob) value).copyTo(bytes, at);
      case NONE, BOOL, TEXT -> throw new IllegalStateException(plan + " has no fixed width");
    }
  }

  private static BigDecimal decimal(ArrowType.Decimal type, byte[] bytes, int at, int width) {
    if (width <= 8) {
      return BigDecimal.valueOf(LittleEndian.number(bytes, at, width, true), type.getScale());
    }
    byte[] highFirst = new byte[width];
    for (int i = 0; i < width; i++) {
      highFirst[i] = bytes[at + width - 1 - i];
    }
    return new BigDecimal(new BigInteger(highFirst), type.getScale());
  }

  private static void putDecimal(BigDecimal value, byte[] bytes, int at, int width) {
    byte[] highFirst = value.unscaledValue().toByteArray();
    byte sign = (byte) (value.signum() < 0 ? -1 : 0);
    for (int i = 0; i < width; i++) {
      bytes[at + i] = i < highFirst.length ? highFirst[highFirst.length - 1 - i] : sign;
    }
  }
}
