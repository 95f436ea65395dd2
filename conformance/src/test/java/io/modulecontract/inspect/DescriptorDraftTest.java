package io.modulecontract.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first descriptor of a module is one that the reader takes. */
class DescriptorDraftTest {

  @TempDir Path directory;

  static List<String> modules() {
    return ReferenceModules.wellFormed();
  }

  private String draft(String name) throws IOException, NotInspected {
    Path module = Files.write(directory.resolve(name), ReferenceModules.bytes(name));
    return DescriptorDraft.of(Inspection.of(module));
  }

  private ModuleDescriptor read(String draft) throws UnreadableDescriptor {
    return DescriptorReader.parse("draft", draft);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theReaderTakesIt(String name) throws Exception {
    ModuleDescriptor descriptor = read(draft(name));
    assertEquals(Capabilities.NONE, descriptor.capabilities());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void withEveryCommentTakenAwayItIsStillOne(String name) throws Exception {
    String all = draft(name).replaceAll("(?m)^# (\\w+ = |\\[)", "$1");
    read(all);
  }

  @Test
  void statesWhatTheBinarySays() throws Exception {
    String draft = draft("greeting.wasm");
    assertEquals(
        List.of(
            new ModuleDescriptor.Function(
                "wasm_memory_c_format_hello_world", FunctionShape.CSTRING),
            new ModuleDescriptor.Function(
                "wasm_memory_rust_format_hello_world", FunctionShape.BYTES)),
        read(draft).functions());
    assertTrue(draft.contains("#   answer () -> (i32)\n"), draft);
    assertTrue(draft.contains("# stdout = true   # imports fd_write\n"), draft);
  }

  @Test
  void namesTheMemoryAsItIsExported() throws Exception {
    assertEquals("mem", read(draft("mod_02_memory_named_mem.wasm")).profile().memory());
  }

  @Test
  void declaresWhatNoHostHas() throws Exception {
    assertEquals(
        List.of(new ModuleDescriptor.Import("env", "log")),
        read(draft("mod_04_imports_env_log.wasm")).imports());
  }

  @Test
  void keepsWhatADescriptorSaid() throws Exception {
    Files.write(
        directory.resolve("mod_06_cstring_with_length.contract.toml"),
        ReferenceModules.bytes("mod_06_cstring_with_length.contract.toml"));
    assertEquals(
        List.of(new ModuleDescriptor.Function("greet", FunctionShape.CSTRING)),
        read(draft("mod_06_cstring_with_length.wasm")).functions());
  }

  @Test
  void saysHowTablesAreDeclared() throws Exception {
    String draft = draft("documents.wasm");
    assertTrue(draft.contains("\n# meta_schema = '{"), draft);
    assertTrue(draft.contains("\n# data_schema = '{"), draft);
    assertTrue(read(draft).functions().get(0).tables().isEmpty(), draft);
    String declared = draft.replaceAll("(?m)^# (\\w+ = |\\[)", "$1");
    assertEquals(1, read(declared).functions().get(0).tables().orElseThrow().commands().size());
  }

  @Test
  void keepsTheTablesThatADescriptorDeclares() throws Exception {
    byte[] declared = ReferenceModules.bytes("documents.contract.toml");
    String text = new String(declared, StandardCharsets.UTF_8);
    String any = text.replace("shape = \"arrow\"", "shape = \"arrow\"\nany_schema = true");
    Files.writeString(directory.resolve("documents.contract.toml"), any);
    assertEquals(read(any).functions(), read(draft("documents.wasm")).functions());
  }
}
