package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * A table that stands for many: its 64-bit numbers and its texts are all the same eight bytes, in
 * whose place each of the many has its own.
 */
public final class ChunkTable {

  private static final int ROWS = 12;

  private ChunkTable() {}

  /**
   * One of this schema.
   *
   * @param place the eight bytes, as a text of as many letters
   * @return empty where no column has a place for a number or a text
   */
  public static Optional<Table> of(TableSchema schema, String place) {
    List<@Nullable Object> places = new ArrayList<>();
    schema.columns().forEach(column -> places.add(place(column, place)));
    if (places.stream().allMatch(value -> value == null)) {
      return Optional.empty();
    }
    Table random = new TableGenerator(schema).large(new SplittableRandom(1), ROWS);
    List<List<@Nullable Object>> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Object value = places.get(i);
      columns.add(value == null ? random.column(i) : Collections.nCopies(ROWS, value));
    }
    return Optional.of(new Table(schema, List.of(new Batch(ROWS, columns))));
  }

  private static @Nullable Object place(Field column, String place) {
    ArrowType type = column.getType();
    if (column.getDictionary() != null) {
      return null;
    }
    boolean wide = type instanceof ArrowType.Int number && number.getBitWidth() == Long.SIZE;
    return switch (type.getTypeID()) {
      case Int -> wide ? number(place) : null;
      case Timestamp, Duration -> number(place);
      case Utf8, LargeUtf8, Utf8View -> place;
      default -> null;
    };
  }

  private static Long number(String place) {
    long number = 0;
    for (int i = 0; i < place.length(); i++) {
      number = number << Byte.SIZE | place.charAt(i);
    }
    return number;
  }
}
