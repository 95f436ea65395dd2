package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import java.nio.charset.StandardCharsets;

/** The reader of descriptors, and the reader of TOML below it. */
class DescriptorTextTest {

  @FuzzTest(maxDuration = "5m")
  void readsAnyText(byte[] bytes) throws UnreadableDescriptor {
    String text = new String(bytes, StandardCharsets.UTF_8);
    ModuleDescriptor read;
    try {
      read = DescriptorReader.parse("my_module.contract.toml", text);
    } catch (UnreadableDescriptor e) {
      Messages.assertClear(e);
      return;
    }
    assertEquals(read, DescriptorReader.parse("again", text + "\n# nothing more"));
  }
}
