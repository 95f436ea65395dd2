package io.modulecontract.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** Random values of any column. */
final class ValueGenerator {

  private static final int DICTIONARY = 20;
  private static final long DAY = 86_400_000;
  private static final int LIST = 4;

  private final SplittableRandom random;
  private final Map<Long, List<Object>> dictionaries = new HashMap<>();

  ValueGenerator(SplittableRandom random) {
    this.random = random;
  }

  /** So many values; how many of them are null, where that is allowed, differs by column. */
  List<@Nullable Object> column(ColumnPlan plan, int rows) {
    if (plan.storage() == Storage.NONE) {
      return Collections.nCopies(rows, null);
    }
    int nullsOfEight =
        plan.nullable()
            ? switch (random.nextInt(8)) {
              case 0, 1 -> 0;
              case 2 -> 8;
              case 3 -> 4;
              default -> 1;
            }
            : 0;
    @Nullable Object[] values = new @Nullable Object[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = random.nextInt(8) < nullsOfEight ? null : value(plan);
    }
    return Arrays.asList(values);
  }

  private @Nullable Object maybe(ColumnPlan plan) {
    boolean none = plan.storage() == Storage.NONE || (plan.nullable() && random.nextInt(6) == 0);
    return none ? null : value(plan);
  }

  private Object value(ColumnPlan plan) {
    if (plan.encoded()) {
      List<Object> known =
          dictionaries.computeIfAbsent(plan.dictionaryId(), id -> dictionary(plan));
      return known.get(random.nextInt(known.size()));
    }
    return switch (plan.storage()) {
      case NONE -> throw new IllegalStateException("a null column has no values");
      case BITS -> random.nextBoolean();
      case LIST_32, LIST_64, LIST_VIEW_32, LIST_VIEW_64 ->
          plan.type() instanceof ArrowType.Map map
              ? entries(plan, map)
              : list(plan, random.nextInt(LIST));
      case FIXED_LIST -> list(plan, plan.width());
      case STRUCT -> struct(plan);
      case FIXED, VARIABLE_32, VARIABLE_64, VIEWS -> scalar(plan);
    };
  }

  private List<Object> dictionary(ColumnPlan plan) {
    List<Object> values = new ArrayList<>();
    int size = 1 + random.nextInt(Math.min(DICTIONARY, Indices.mostIndex(plan)));
    for (int i = 0; i < size; i++) {
      values.add(
          plan.dictionaryValues().storage() == Storage.NONE
              ? false
              : value(plan.dictionaryValues()));
    }
    return values;
  }

  private List<@Nullable Object> list(ColumnPlan plan, int length) {
    @Nullable Object[] parts = new @Nullable Object[length];
    for (int i = 0; i < length; i++) {
      parts[i] = maybe(plan.child());
    }
    return Collections.unmodifiableList(Arrays.asList(parts));
  }

  private List<@Nullable Object> struct(ColumnPlan plan) {
    @Nullable Object[] parts = new @Nullable Object[plan.children().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = maybe(plan.children().get(i));
    }
    return Collections.unmodifiableList(Arrays.asList(parts));
  }

  /** Entries with different keys. Sorted keys of any type are easiest had with one of them. */
  private List<@Nullable Object> entries(ColumnPlan plan, ArrowType.Map map) {
    int length = random.nextInt(map.getKeysSorted() ? 2 : LIST);
    Set<Object> keys = new HashSet<>();
    List<@Nullable Object> entries = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Object key = value(plan.child().children().get(0));
      if (keys.add(key)) {
        entries.add(
            Collections.unmodifiableList(
                Arrays.asList(key, maybe(plan.child().children().get(1)))));
      }
    }
    return Collections.unmodifiableList(entries);
  }

  private Object scalar(ColumnPlan plan) {
    if (random.nextInt(5) == 0) {
      List<Object> edges = EdgeValues.scalars(plan);
      return edges.get(random.nextInt(edges.size()));
    }
    return switch (plan.scalar()) {
      case INT, UINT -> integer(plan);
      case HALF -> Float16.toFloat((short) random.nextInt());
      case FLOAT -> random.nextInt(-1000, 1000) / 8.0f;
      case DOUBLE ->
          random.nextInt(8) == 0
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextInt(-100_000, 100_000) / 64.0;
      case DECIMAL -> decimal((ArrowType.Decimal) plan.type());
      case DAY_TIME -> new Interval(0, random.nextInt(), random.nextInt());
      case MONTH_DAY_NANO -> new Interval(random.nextInt(), random.nextInt(), random.nextLong());
      case BYTES -> bytes(plan);
      case TEXT -> Texts.random(random);
      case NONE, BOOL -> throw new IllegalStateException(plan + " is no scalar");
    };
  }

  private Object integer(ColumnPlan plan) {
    ArrowType type = plan.type();
    if (type instanceof ArrowType.Time time) {
      return random.nextLong(86_400 * ValueText.perSecond(time.getUnit()));
    }
    if (type instanceof ArrowType.Date date) {
      long day = random.nextInt(-40_000, 40_000);
      return date.getUnit() == DateUnit.DAY ? day : day * DAY;
    }
    if (type instanceof ArrowType.Timestamp time) {
      long perSecond = ValueText.perSecond(time.getUnit());
      return random.nextLong(-3_000_000_000L, 5_000_000_000L) * perSecond
          + random.nextLong(perSecond);
    }
    int bits = 8 * plan.width();
    long any = random.nextInt(2) == 0 ? random.nextInt(100) : random.nextLong();
    return plan.scalar() == Scalar.INT
        ? any << (64 - bits) >> (64 - bits)
        : any << (64 - bits) >>> (64 - bits);
  }

  private BigDecimal decimal(ArrowType.Decimal type) {
    int digits = 1 + random.nextInt(type.getPrecision());
    BigInteger any =
        new BigInteger(260, new Random(random.nextLong())).mod(BigInteger.TEN.pow(digits));
    return new BigDecimal(random.nextBoolean() ? any : any.negate(), type.getScale());
  }

  private Blob bytes(ColumnPlan plan) {
    byte[] bytes = new byte[plan.storage() == Storage.FIXED ? plan.width() : Texts.length(random)];
    random.nextBytes(bytes);
    return Blob.of(bytes, 0, bytes.length);
  }
}
