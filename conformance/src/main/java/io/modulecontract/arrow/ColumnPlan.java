package io.modulecontract.arrow;

import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a column lies in a stream.
 *
 * @param field as the schema has it
 * @param path its name, after those of the columns around it
 * @param storage its buffers; of a column with a dictionary those of the indices
 * @param scalar what its bytes mean
 * @param width bytes of each value, or values of a list of fixed size; 0 where neither is meant
 * @param children the columns within
 * @param values what the dictionary holds, if there is one
 */
record ColumnPlan(
    Field field,
    String path,
    Storage storage,
    Scalar scalar,
    int width,
    List<ColumnPlan> children,
    @Nullable ColumnPlan values) {

  ColumnPlan {
    children = List.copyOf(children);
  }

  ColumnPlan child() {
    return children.get(0);
  }

  boolean nullable() {
    return field.isNullable();
  }

  boolean encoded() {
    return values != null;
  }

  /** The dictionary's values; only where there is one. */
  ColumnPlan dictionaryValues() {
    if (values == null) {
      throw new IllegalStateException(path + " has no dictionary");
    }
    return values;
  }

  /** The dictionary's number; only where there is one. */
  long dictionaryId() {
    return field.getDictionary().getId();
  }

  ArrowType type() {
    return field.getType();
  }

  /** As a place in a sentence. */
  String place() {
    return "column `" + path + "`";
  }
}
