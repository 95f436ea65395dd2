package io.modulecontract.arrow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * How tables differ, as one sentence about the first difference; empty if they do not. How rows are
 * cut into batches makes no difference here, nor does metadata of the schema.
 */
public final class TableComparison {

  private TableComparison() {}

  /** The same columns, and the same rows in the same order. */
  public static Optional<String> difference(Table expected, Table found) {
    return columns(expected.tableSchema(), found.tableSchema())
        .or(() -> count(expected.rowCount(), found.rowCount()))
        .or(() -> values(expected, found));
  }

  /** The same columns, and the same rows in any order. */
  public static Optional<String> differenceInAnyOrder(Table expected, Table found) {
    return columns(expected.tableSchema(), found.tableSchema())
        .or(() -> count(expected.rowCount(), found.rowCount()))
        .or(() -> beyond(expected, found, "a row of those expected"));
  }

  /** The same columns, and no row that the whole does not have, nor more often. */
  public static Optional<String> differenceFromSubset(Table whole, Table part) {
    return columns(whole.tableSchema(), part.tableSchema())
        .or(() -> beyond(whole, part, "a row of the whole table"));
  }

  /** The same columns: names, types, where nulls are allowed, order. */
  public static Optional<String> columns(TableSchema expected, TableSchema found) {
    List<Field> wanted = expected.columns();
    List<Field> there = found.columns();
    for (int i = 0; i < Math.min(wanted.size(), there.size()); i++) {
      if (!same(wanted.get(i), there.get(i))) {
        return Optional.of(
            "column "
                + (i + 1)
                + ": expected "
                + SchemaSummary.of(wanted.get(i))
                + ", found "
                + SchemaSummary.of(there.get(i)));
      }
    }
    return wanted.size() == there.size()
        ? Optional.empty()
        : Optional.of("expected " + columns(wanted.size()) + ", found " + columns(there.size()));
  }

  private static String columns(int count) {
    return count == 1 ? "1 column" : count + " columns";
  }

  private static boolean same(Field one, Field other) {
    boolean same =
        Objects.equals(one.getName(), other.getName())
            && one.isNullable() == other.isNullable()
            && one.getType().equals(other.getType())
            && sameIndices(one, other)
            && one.getChildren().size() == other.getChildren().size();
    for (int i = 0; same && i < one.getChildren().size(); i++) {
      same = same(one.getChildren().get(i), other.getChildren().get(i));
    }
    return same;
  }

  /** A dictionary's number is its writer's affair. */
  private static boolean sameIndices(Field one, Field other) {
    if (one.getDictionary() == null || other.getDictionary() == null) {
      return Objects.equals(one.getDictionary(), other.getDictionary());
    }
    return one.getDictionary().getIndexType().equals(other.getDictionary().getIndexType());
  }

  private static Optional<String> count(long expected, long found) {
    return expected == found
        ? Optional.empty()
        : Optional.of("expected " + rows(expected) + ", found " + rows(found));
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private static Optional<String> values(Table expected, Table found) {
    List<List<@Nullable Object>> wanted = expected.rows();
    List<List<@Nullable Object>> there = found.rows();
    for (int row = 0; row < wanted.size(); row++) {
      if (!wanted.get(row).equals(there.get(row))) {
        return Optional.of(row(expected, row, wanted.get(row), there.get(row)));
      }
    }
    return Optional.empty();
  }

  private static String row(
      Table table, int row, List<@Nullable Object> wanted, List<@Nullable Object> there) {
    int column = 0;
    while (Objects.equals(wanted.get(column), there.get(column))) {
      column++;
    }
    ColumnPlan plan = table.tableSchema().plans().get(column);
    return "row "
        + row
        + ", "
        + plan.place()
        + ": expected "
        + ValueText.of(plan, wanted.get(column))
        + ", found "
        + ValueText.of(plan, there.get(column));
  }

  private static Optional<String> beyond(Table whole, Table part, String expected) {
    Map<List<@Nullable Object>, Integer> left = new HashMap<>();
    whole.rows().forEach(row -> left.merge(row, 1, Integer::sum));
    int number = 0;
    for (List<@Nullable Object> row : part.rows()) {
      int times = left.getOrDefault(row, 0);
      if (times == 0) {
        return Optional.of(
            "row " + number + ": expected " + expected + ", found " + text(part, row));
      }
      left.put(row, times - 1);
      number++;
    }
    return Optional.empty();
  }

  private static String text(Table table, List<@Nullable Object> row) {
    List<ColumnPlan> plans = table.tableSchema().plans();
    return IntStream.range(0, plans.size())
        .mapToObj(i -> plans.get(i).path() + " " + ValueText.of(plans.get(i), row.get(i)))
        .collect(Collectors.joining(", "));
  }
}
