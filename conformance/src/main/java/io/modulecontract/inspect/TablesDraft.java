package io.modulecontract.inspect;

import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Relation;
import io.modulecontract.abi.Tables;
import io.modulecontract.toml.TomlString;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The keys of a draft that say which tables a function takes. */
final class TablesDraft {

  /** No binary tells a schema; but this is how one is written. */
  private static final String EXAMPLE =
      """
      # It is checked once its tables are declared: say which columns both streams have, and take the # away.
      # meta_schema = '{"fields": [{"name": "command", "nullable": false, "type": {"name": "utf8"}, "children": []}]}'
      # data_schema = '{"fields": [{"name": "value", "nullable": true, "type": {"name": "utf8"}, "children": []}]}'
      # any_schema = false         # true, if data of every other schema is served, too
      # [[function.command]]       # one for each thing that it can be asked for
      # meta = '{"command": "test"}'
      # relations = []             # such as "rows-kept" or "subset"
      """;

  private TablesDraft() {}

  /** What a descriptor says of this function; where it says nothing, an example as comments. */
  static String of(ModuleDescriptor descriptor, String function) {
    return descriptor
        .function(function)
        .flatMap(ModuleDescriptor.Function::tables)
        .map(TablesDraft::of)
        .orElse(EXAMPLE);
  }

  private static String of(Tables tables) {
    StringBuilder text = new StringBuilder();
    line(text, "meta_schema", schema(tables.metaSchema()));
    line(text, "data_schema", schema(tables.dataSchema()));
    if (tables.anySchema()) {
      line(text, "any_schema", "true");
    }
    for (Tables.Command command : tables.commands()) {
      text.append("[[function.command]]\n");
      line(text, "meta", TomlString.of(command.meta()));
      String relations =
          command.relations().stream()
              .sorted(Comparator.naturalOrder())
              .map(Relation::toString)
              .map(TomlString::of)
              .collect(Collectors.joining(", ", "[", "]"));
      line(text, "relations", relations);
    }
    return text.toString();
  }

  /** On one line; between the signs of JSON no space means anything. */
  private static String schema(String json) {
    return TomlString.of(json.lines().map(String::strip).collect(Collectors.joining(" ")));
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }
}
