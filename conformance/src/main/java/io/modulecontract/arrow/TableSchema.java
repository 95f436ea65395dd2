package io.modulecontract.arrow;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema that the suite can make and read. A column with a dictionary has the type of its values,
 * as in a stream's schema message; the type of its indices stands in its dictionary encoding.
 */
public final class TableSchema {

  private final Schema schema;
  private final List<ColumnPlan> plans;
  private byte @Nullable [] message;

  private TableSchema(Schema schema, List<ColumnPlan> plans) {
    this.schema = schema;
    this.plans = List.copyOf(plans);
  }

  /**
   * This schema.
   *
   * @throws UnsupportedSchema if it has a column that the suite cannot make or read
   */
  public static TableSchema of(Schema schema) throws UnsupportedSchema {
    return new TableSchema(schema, Plans.of(schema.getFields()));
  }

  /** Of columns that the suite put together itself: it makes and reads each of them. */
  static TableSchema ofOwn(List<Field> columns) {
    try {
      return of(new Schema(columns));
    } catch (UnsupportedSchema impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As Arrow's own classes have it. */
  public Schema schema() {
    return schema;
  }

  /** The columns. */
  public List<Field> columns() {
    return schema.getFields();
  }

  /** One line, as reports show it. */
  public String summary() {
    return SchemaSummary.of(schema);
  }

  /** The metadata of its schema message; built once, not to be changed. */
  byte[] message() {
    byte[] built = message;
    if (built == null) {
      built = Metadata.schema(schema);
      message = built; // Two threads may build it twice: the bytes are the same.
    }
    return built;
  }

  List<ColumnPlan> plans() {
    return plans;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableSchema that && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return schema.hashCode();
  }

  @Override
  public String toString() {
    return summary();
  }
}
