package io.modulecontract.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Access;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.Limits;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.abi.Profile;
import io.modulecontract.abi.Relation;
import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.UnsupportedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The page about descriptors shows one that the reader takes, and a message that it gives. */
class DescriptorPageTest {

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "contract-spec", "DESCRIPTOR.md"));
  }

  private static String example() throws IOException {
    String page = page();
    int from = page.indexOf("```toml\n") + "```toml\n".length();
    return page.substring(from, page.indexOf("```", from));
  }

  @Test
  void theExampleIsADescriptor() throws IOException, UnreadableDescriptor {
    assertEquals(
        new ModuleDescriptor(
            Profile.DEFAULT,
            new Limits(
                OptionalInt.of(1024), Optional.of(Duration.ofSeconds(2)), OptionalInt.of(4_096)),
            new Capabilities(
                true,
                true,
                false,
                false,
                true,
                false,
                List.of("TZ"),
                List.of(
                    new Capabilities.Directory("/data", Access.READ),
                    new Capabilities.Directory("/tmp", Access.WRITE))),
            List.of(
                new ModuleDescriptor.Function("greet", FunctionShape.CSTRING),
                new ModuleDescriptor.Function("compress", FunctionShape.BYTES, Payload.BYTES, true),
                new ModuleDescriptor.Function(
                    "filter", FunctionShape.ARROW, Payload.ARROW, false, Optional.of(tables()))),
            List.of(new ModuleDescriptor.Import("env", "log"))),
        DescriptorReader.parse("example", example()));
  }

  private static Tables tables() {
    try {
      String column =
          "{\"fields\": [{\"name\": \"%s\", \"nullable\": %s, \"type\": {\"name\": \"int\","
              + " \"bitWidth\": 64, \"isSigned\": true}, \"children\": []}]}";
      return new Tables(
          SchemaText.json(SchemaText.read(column.formatted("least", false))),
          SchemaText.json(SchemaText.read(column.formatted("value", true))),
          false,
          List.of(
              new Tables.Command(
                  "{\"least\": 10}",
                  Set.of(
                      Relation.COLUMNS_KEPT,
                      Relation.SUBSET,
                      Relation.ORDER_INDEPENDENT,
                      Relation.CONCATENATION,
                      Relation.IDEMPOTENT))));
    } catch (UnsupportedSchema e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theMessageIsTheOneThatIsGiven() throws IOException {
    String wrong = example().replace("shape = \"cstring\"", "shape = \"string\"");
    String message =
        Assertions.assertThrows(
                UnreadableDescriptor.class,
                () -> DescriptorReader.parse("my_module.contract.toml", wrong))
            .getMessage();
    assertTrue(page().contains("\n    " + message + "\n"), message);
  }

  @Test
  void everyCapabilityHasItsRow() throws IOException {
    String page = page();
    for (var component : Capabilities.class.getRecordComponents()) {
      assertTrue(page.contains("`" + component.getName() + "`"), component.getName());
    }
  }
}
