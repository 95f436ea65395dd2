package io.modulecontract.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Relation;
import io.modulecontract.abi.Tables;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each mistake about tables is told with the line, the key, what was expected and what was found.
 */
class TableSectionTest {

  private static final String RIGHT =
      """
      format = "module-contract/1"
      [[function]]
      name = "f"
      shape = "arrow"
      meta_schema = '{"fields": [{"name": "c", "nullable": false, "type": {"name": "utf8"}, "children": []}]}'
      data_schema = '{"fields": [{"name": "d", "nullable": true, "type": {"name": "utf8"}, "children": []}]}'
      [[function.command]]
      meta = '{"c": "go"}'
      relations = ["rows-kept", "columns-kept", "subset"]
      """;

  @Test
  void whatIsRightIsTaken() throws UnreadableDescriptor {
    Tables tables =
        DescriptorReader.parse("d.toml", RIGHT).functions().get(0).tables().orElseThrow();
    assertEquals(1, tables.commands().size());
    assertFalse(tables.anySchema());
    String any = RIGHT.replace("[[function.command]]", "any_schema = true\n[[function.command]]");
    assertTrue(
        DescriptorReader.parse("d.toml", any)
            .functions()
            .get(0)
            .tables()
            .orElseThrow()
            .anySchema());
    assertEquals(
        Set.of(Relation.ROWS_KEPT, Relation.COLUMNS_KEPT, Relation.SUBSET),
        tables.commands().get(0).relations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shape = "arrow"      | shape = "bytes"  | line 7: [[function]] number 1, key `command`
          "rows-kept",         | "rows-lost",     | line 9: command number 1, key `relations`: expected one of
          "columns-kept",      | "idempotent",    | expected `columns-kept` beside `idempotent`
          {"c": "go"}          | {"c": 7}         | line 8: command number 1, key `meta`: expected rows of the meta schema
          {"c": "go"}          | {"x": "go"}      | key `meta`: expected rows of the meta schema
          false, "type": {"name": "utf8"} | false, "type": {"name": "blob"} | line 5: [[function]] number 1, key `meta_schema`
          data_schema = '{     | data_sample = '{ | key `data_sample`: expected a file beside the descriptor
          data_schema          | meta_sample      | either `meta_schema` or `meta_sample`
          meta = '             | rows = '         | unknown key `rows`
          """)
  void mistakesAreTold(String right, String wrong, String message) {
    String text = RIGHT.replace(right, wrong);
    UnreadableDescriptor told =
        assertThrows(UnreadableDescriptor.class, () -> DescriptorReader.parse("d.toml", text));
    assertTrue(String.valueOf(told.getMessage()).contains(message), told::getMessage);
  }

  @Test
  void whetherAnySchemaIsServedIsTrueOrFalse() {
    String text = RIGHT.replace("[[function.command]]", "any_schema = 1\n[[function.command]]");
    UnreadableDescriptor told =
        assertThrows(UnreadableDescriptor.class, () -> DescriptorReader.parse("d.toml", text));
    assertTrue(
        String.valueOf(told.getMessage())
            .contains("line 7: [[function]] number 1, key `any_schema`: expected true or false"),
        told::getMessage);
  }
}
