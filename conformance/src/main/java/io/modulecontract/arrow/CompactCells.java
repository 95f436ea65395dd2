package io.modulecontract.arrow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of a {@link CompactTable}. The lowest three bits of a value's first
 * byte say what it is, the other five, x below, are its first argument:
 *
 * <ul>
 *   <li>7: null, in a column that may have it;
 *   <li>6, 7 in another column, and all in a column of another kind than the following: the x-th of
 *       the column's edge values;
 *   <li>else a number has its bytes, little-endian; a truth value is x's lowest bit; text and bytes
 *       have x bytes, or, where x is 31, so many more as the next byte says. What is not UTF-8 is
 *       replaced.
 * </ul>
 */
final class CompactCells {

  private static final int NULL = 7;
  private static final int EDGE = 6;
  private static final int BITS = 3;
  private static final int LONG = 31;
  private static final long DAY = 86_400_000;

  private final byte[] bytes;
  private int at;

  CompactCells(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int at() {
    return Math.min(at, bytes.length);
  }

  int u8() {
    int place = at++;
    return place < bytes.length ? Byte.toUnsignedInt(bytes[place]) : 0;
  }

  private long number(int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number |= (long) u8() << (Byte.SIZE * i);
    }
    return number;
  }

  private byte[] take(int count) {
    byte[] taken = new byte[count];
    for (int i = 0; i < count; i++) {
      taken[i] = (byte) u8();
    }
    return taken;
  }

  @Nullable Object next(ColumnPlan plan) {
    if (plan.storage() == Storage.NONE) {
      return null;
    }
    int first = u8();
    int kind = first & ((1 << BITS) - 1);
    int rest = first >>> BITS;
    if (kind == NULL && plan.nullable()) {
      return null;
    }
    if (kind >= EDGE || !isPlain(plan)) {
      List<Object> edges = EdgeValues.of(plan);
      return edges.get(rest % edges.size());
    }
    return switch (plan.scalar()) {
      case BOOL -> (rest & 1) != 0;
      case INT, UINT -> integer(plan);
      case FLOAT -> Float.intBitsToFloat((int) number(Float.BYTES));
      case DOUBLE -> Double.longBitsToDouble(number(Double.BYTES));
      case TEXT -> new String(take(length(rest)), StandardCharsets.UTF_8);
      default -> {
        byte[] all = take(plan.storage() == Storage.FIXED ? plan.width() : length(rest));
        yield Blob.of(all, 0, all.length);
      }
    };
  }

  private int length(int rest) {
    return rest < LONG ? rest : rest + u8();
  }

  private Object integer(ColumnPlan plan) {
    if (plan.type() instanceof ArrowType.Date date && date.getUnit() == DateUnit.MILLISECOND) {
      return (int) number(Integer.BYTES) * DAY;
    }
    int unused = Long.SIZE - Byte.SIZE * plan.width();
    long number = number(plan.width()) << unused;
    long value = plan.scalar() == Scalar.INT ? number >> unused : number >>> unused;
    return plan.type() instanceof ArrowType.Time time
        ? Math.floorMod(value, 86_400 * ValueText.perSecond(time.getUnit()))
        : value;
  }

  /** Whether a value's bytes stand in the table as they are. */
  private static boolean isPlain(ColumnPlan plan) {
    return !plan.encoded()
        && switch (plan.scalar()) {
          case BOOL, INT, UINT, FLOAT, DOUBLE, TEXT, BYTES -> true;
          case NONE, HALF, DECIMAL, DAY_TIME, MONTH_DAY_NANO -> false;
        };
  }

  /** Writes one value; false when it has no bytes. */
  static boolean write(ColumnPlan plan, @Nullable Object value, ByteArrayOutputStream out) {
    if (plan.storage() == Storage.NONE) {
      return true;
    }
    if (value == null) {
      out.write(NULL);
      return plan.nullable();
    }
    if (isPlain(plan) && fits(value)) {
      plain(plan, value, out);
      return true;
    }
    int edge = EdgeValues.of(plan).indexOf(value);
    out.write(edge << BITS | EDGE);
    return edge >= 0 && edge <= LONG;
  }

  private static boolean fits(Object value) {
    int most = LONG + 0xFF;
    return value instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8).length <= most
        : !(value instanceof Blob blob) || blob.length() <= most;
  }

  private static void plain(ColumnPlan plan, Object value, ByteArrayOutputStream out) {
    if (value instanceof Boolean bool) {
      out.write(bool ? 1 << BITS : 0);
    } else if (value instanceof Long number) {
      boolean days =
          plan.type() instanceof ArrowType.Date date && date.getUnit() == DateUnit.MILLISECOND;
      number(days ? number / DAY : number, days ? Integer.BYTES : plan.width(), out);
    } else if (value instanceof Float number) {
      number(Float.floatToRawIntBits(number), Float.BYTES, out);
    } else if (value instanceof Double number) {
      number(Double.doubleToRawLongBits(number), Double.BYTES, out);
    } else if (value instanceof String text) {
      bytes(text.getBytes(StandardCharsets.UTF_8), out);
    } else if (plan.storage() == Storage.FIXED) {
      out.write(0);
      out.writeBytes(((Blob) value).bytes());
    } else {
      bytes(((Blob) value).bytes(), out);
    }
  }

  private static void number(long number, int width, ByteArrayOutputStream out) {
    out.write(0);
    for (int i = 0; i < width; i++) {
      out.write((int) (number >>> (Byte.SIZE * i)));
    }
  }

  private static void bytes(byte[] all, ByteArrayOutputStream out) {
    int rest = Math.min(LONG, all.length);
    out.write(rest << BITS);
    if (rest == LONG) {
      out.write(all.length - LONG);
    }
    out.writeBytes(all);
  }
}
