package io.modulecontract.arrow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simpler values of the same column, the simplest first; none that is the value itself. */
final class SimplerValues {

  private SimplerValues() {}

  static Stream<Object> of(ColumnPlan column, Object value) {
    ColumnPlan plan = column.encoded() ? column.dictionaryValues() : column;
    return candidates(plan, value).filter(simpler -> !simpler.equals(value));
  }

  private static Stream<Object> candidates(ColumnPlan plan, Object value) {
    if (value instanceof Long number) {
      // Halves come near any border in a few steps, and never go on for ever.
      return number == 0 ? Stream.of() : Stream.of(0L, number / 2);
    } else if (value instanceof String text) {
      int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
      return text.isEmpty() ? Stream.of() : Stream.of("", text.substring(0, half));
    } else if (value instanceof Blob blob) {
      return blobs(plan, blob);
    } else if (value instanceof Double number) {
      return Double.doubleToLongBits(number) == 0 ? Stream.of() : Stream.of(0.0);
    } else if (value instanceof Float number) {
      return Float.floatToIntBits(number) == 0 ? Stream.of() : Stream.of(0.0f);
    } else if (value instanceof BigDecimal number) {
      return Stream.of(BigDecimal.valueOf(0, number.scale()));
    } else if (value instanceof Interval) {
      return Stream.of(new Interval(0, 0, 0));
    } else if (value instanceof Boolean) {
      return Stream.of(false);
    }
    return lists(plan, (List<?>) value);
  }

  private static Stream<Object> blobs(ColumnPlan plan, Blob blob) {
    if (plan.storage() == Storage.FIXED) {
      return Stream.of(Blob.of(new byte[plan.width()]));
    }
    byte[] bytes = blob.bytes();
    return Stream.of(Blob.of(), Blob.of(bytes, 0, bytes.length / 2));
  }

  private static Stream<Object> lists(ColumnPlan plan, List<?> parts) {
    return switch (plan.storage()) {
      case LIST_32, LIST_64, LIST_VIEW_32, LIST_VIEW_64 ->
          parts.isEmpty() ? Stream.of() : Stream.of(List.of(), parts.subList(0, parts.size() / 2));
      case STRUCT ->
          IntStream.range(0, parts.size())
              .boxed()
              .flatMap(i -> part(parts, i, plan.children().get(i)));
      default ->
          IntStream.range(0, parts.size()).boxed().flatMap(i -> part(parts, i, plan.child()));
    };
  }

  private static Stream<Object> part(List<?> parts, int index, ColumnPlan plan) {
    Object part = parts.get(index);
    if (part == null) {
      return Stream.of();
    }
    return of(plan, part)
        .map(
            simpler -> {
              List<@Nullable Object> changed = new ArrayList<>(parts);
              changed.set(index, simpler);
              return Collections.unmodifiableList(changed);
            });
  }
}
