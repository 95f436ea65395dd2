package io.modulecontract.arrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Schemas that differ from one in a single thing: what a guest of that one rejects (ARROW-04). */
public final class OtherSchemas {

  /**
   * Another schema.
   *
   * @param words what is different: "column `title` missing"
   * @param schema the schema
   */
  public record OtherSchema(String words, TableSchema schema) {}

  private final List<Field> columns;
  private final List<OtherSchema> others = new ArrayList<>();

  private OtherSchemas(List<Field> columns) {
    this.columns = columns;
  }

  /** All of them, each with valid streams of its own. */
  public static List<OtherSchema> of(TableSchema schema) {
    OtherSchemas others = new OtherSchemas(schema.columns());
    for (int i = 0; i < others.columns.size(); i++) {
      others.column(i);
    }
    Field added = Field.nullable("one_more", ArrowType.Utf8.INSTANCE);
    others.change("column `one_more` added at the end", all -> all.add(added));
    others.change("column `one_more` added in front", all -> all.add(0, added));
    others.order();
    if (!others.columns.isEmpty()) {
      others.change("no column at all", List::clear);
    }
    return List.copyOf(others.others);
  }

  private void column(int index) {
    Field field = columns.get(index);
    String name = "column `" + field.getName() + "`";
    change(name + " missing", all -> all.remove(index));
    for (OtherFields.OtherField other : OtherFields.of(field)) {
      change(name + " " + other.words(), all -> all.set(index, other.field()));
    }
  }

  private void order() {
    for (int i = 0; i + 1 < columns.size(); i++) {
      Field one = columns.get(i);
      Field next = columns.get(i + 1);
      int index = i;
      if (!one.equals(next)) {
        change(
            "columns `" + one.getName() + "` and `" + next.getName() + "` the other way round",
            all -> Collections.swap(all, index, index + 1));
      }
    }
  }

  private void change(String words, Consumer<List<Field>> change) {
    List<Field> all = new ArrayList<>(columns);
    change.accept(all);
    others.add(new OtherSchema(words, TableSchema.ofOwn(all)));
  }
}
