package io.modulecontract.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/** The values of a column that are most likely to be forgotten; none is null itself. */
final class EdgeValues {

  private static final long DAY = 86_400_000;

  /** 1900 is no leap year, 2000 and 2024 are; a day before 1970; the end of 32 bits of seconds. */
  private static final long[] DAYS = {0, -1, 1, -25509, -25508, 11016, 19782, 24855, -141428};

  private static final List<Object> TEXTS =
      List.of(
          "",
          "a",
          "\0",
          "é",
          "€",
          "\uD83D\uDE00",
          "twelve bytes",
          "thirteen byte",
          "ab\u00E4\u0930\uDBFF\uDFFF",
          " \t\r\n",
          "null",
          "e\u0301",
          "\uFEFFmark",
          "x".repeat(64),
          "ä".repeat(33));

  private static final ConcurrentMap<ArrowType, List<Object>> KNOWN = new ConcurrentHashMap<>();

  private EdgeValues() {}

  /** Of any column. */
  static List<Object> of(ColumnPlan plan) {
    return switch (plan.storage()) {
      case NONE -> List.of();
      case BITS -> List.of(true, false);
      case LIST_32, LIST_64, LIST_VIEW_32, LIST_VIEW_64 ->
          plan.type() instanceof ArrowType.Map ? maps(plan) : lists(plan);
      case FIXED_LIST -> fixedLists(plan);
      case STRUCT -> structs(plan);
      case FIXED, VARIABLE_32, VARIABLE_64, VIEWS -> plan.encoded() ? few(plan) : scalars(plan);
    };
  }

  /** The indices of a dictionary may count no more than these. */
  private static List<Object> few(ColumnPlan plan) {
    List<Object> all = of(plan.dictionaryValues());
    return all.subList(0, Math.min(all.size(), Indices.mostIndex(plan)));
  }

  /** Of a column that is not nested and has values. */
  static List<Object> scalars(ColumnPlan plan) {
    return KNOWN.computeIfAbsent(plan.type(), type -> made(plan));
  }

  private static List<Object> made(ColumnPlan plan) {
    return switch (plan.scalar()) {
      case INT, UINT -> integers(plan);
      case HALF ->
          List.of(
              0.0f,
              -0.0f,
              Float.NaN,
              Float.POSITIVE_INFINITY,
              Float.NEGATIVE_INFINITY,
              65504f,
              -65504f,
              1.0f,
              0x1p-24f);
      case FLOAT ->
          List.of(
              0.0f,
              -0.0f,
              Float.NaN,
              Float.POSITIVE_INFINITY,
              Float.NEGATIVE_INFINITY,
              Float.MAX_VALUE,
              Float.MIN_VALUE,
              0.5f,
              -1.0f);
      case DOUBLE ->
          List.of(
              0.0,
              -0.0,
              Double.NaN,
              Double.POSITIVE_INFINITY,
              Double.NEGATIVE_INFINITY,
              Double.MAX_VALUE,
              Double.MIN_VALUE,
              0.5,
              -1.0,
              0x1p53);
      case DECIMAL -> decimals((ArrowType.Decimal) plan.type());
      case DAY_TIME ->
          List.of(
              new Interval(0, 0, 0),
              new Interval(0, Integer.MAX_VALUE, Integer.MIN_VALUE),
              new Interval(0, -1, 86_400_000));
      case MONTH_DAY_NANO ->
          List.of(
              new Interval(0, 0, 0),
              new Interval(Integer.MIN_VALUE, -1, Long.MAX_VALUE),
              new Interval(1, 31, Long.MIN_VALUE));
      case BYTES -> blobs(plan);
      case TEXT -> TEXTS;
      case NONE, BOOL -> throw new IllegalStateException(plan + " is no scalar");
    };
  }

  private static List<Object> integers(ColumnPlan plan) {
    ArrowType type = plan.type();
    if (type instanceof ArrowType.Date date) {
      boolean days = date.getUnit() == DateUnit.DAY;
      return numbers(Arrays.stream(DAYS).map(day -> days ? day : day * DAY).toArray());
    }
    if (type instanceof ArrowType.Time time) {
      long day = 86_400 * ValueText.perSecond(time.getUnit());
      return numbers(0, 1, day - 1, day / 2);
    }
    int bits = 8 * plan.width();
    long most = plan.scalar() == Scalar.INT ? -1L >>> (65 - bits) : -1L >>> (64 - bits);
    long least = plan.scalar() == Scalar.INT ? -most - 1 : 0;
    if (type instanceof ArrowType.Timestamp time) {
      long second = ValueText.perSecond(time.getUnit());
      return numbers(
          0,
          -1,
          1,
          951_782_400 * second,
          1_709_164_800 * second,
          -2_203_977_600L * second,
          second - 1,
          most,
          least);
    }
    return plan.scalar() == Scalar.INT
        ? numbers(0, 1, -1, most, least, most - 1)
        : numbers(0, 1, most, most - 1, most >>> 1, (most >>> 1) + 1);
  }

  private static List<Object> numbers(long... numbers) {
    return Arrays.stream(numbers).<Object>mapToObj(number -> number).toList();
  }

  private static List<Object> decimals(ArrowType.Decimal type) {
    BigInteger most = BigInteger.TEN.pow(type.getPrecision()).subtract(BigInteger.ONE);
    List<Object> values = new ArrayList<>();
    for (BigInteger value :
        List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), most, most.negate())) {
      values.add(new BigDecimal(value, type.getScale()));
    }
    return List.copyOf(values);
  }

  private static List<Object> blobs(ColumnPlan plan) {
    if (plan.storage() == Storage.FIXED) {
      byte[] ones = new byte[plan.width()];
      Arrays.fill(ones, (byte) -1);
      return List.of(Blob.of(new byte[plan.width()]), Blob.of(ones));
    }
    return List.of(
        Blob.of(),
        Blob.of((byte) 0),
        Blob.of((byte) 0xFF, (byte) 0xC0),
        Blob.of("thirteen byte".getBytes(StandardCharsets.UTF_8)),
        Blob.of(new byte[64]));
  }

  private static List<Object> lists(ColumnPlan plan) {
    List<@Nullable Object> all = parts(plan.child());
    List<Object> lists = new ArrayList<>(List.of(List.of(), all));
    if (!all.isEmpty()) {
      lists.add(all.subList(0, 1));
      lists.add(all.subList(all.size() - 1, all.size()));
    }
    return lists;
  }

  private static List<Object> fixedLists(ColumnPlan plan) {
    List<@Nullable Object> all = parts(plan.child());
    @Nullable Object[] first = new @Nullable Object[plan.width()];
    @Nullable Object[] last = new @Nullable Object[plan.width()];
    for (int i = 0; i < plan.width(); i++) {
      first[i] = all.get(i % all.size());
      last[i] = all.get(all.size() - 1 - i % all.size());
    }
    return List.of(unmodifiable(first), unmodifiable(last));
  }

  private static List<Object> structs(ColumnPlan plan) {
    List<List<@Nullable Object>> children =
        plan.children().stream().map(EdgeValues::parts).toList();
    int most = children.stream().mapToInt(List::size).max().orElse(1);
    List<Object> structs = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      @Nullable Object[] parts = new @Nullable Object[children.size()];
      for (int child = 0; child < parts.length; child++) {
        parts[child] = children.get(child).get(i % children.get(child).size());
      }
      structs.add(unmodifiable(parts));
    }
    return structs;
  }

  private static List<Object> maps(ColumnPlan plan) {
    List<Object> keys = of(plan.child().children().get(0));
    List<@Nullable Object> values = parts(plan.child().children().get(1));
    List<Object> maps = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < keys.size(); i++) {
      maps.add(List.of(unmodifiable(keys.get(i), values.get(i % values.size()))));
    }
    return maps;
  }

  /** The values of a child column, and null if it may be; at least one. */
  private static List<@Nullable Object> parts(ColumnPlan plan) {
    List<@Nullable Object> parts = new ArrayList<>(of(plan));
    if (plan.nullable() || parts.isEmpty()) {
      parts.add(null);
    }
    return Collections.unmodifiableList(parts);
  }

  private static List<@Nullable Object> unmodifiable(@Nullable Object... parts) {
    return Collections.unmodifiableList(Arrays.asList(parts));
  }
}
