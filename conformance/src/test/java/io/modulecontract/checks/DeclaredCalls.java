package io.modulecontract.checks;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reference modules with the tables that their descriptors declare. */
final class DeclaredCalls {

  private DeclaredCalls() {}

  /** The one function that a module's descriptor declares. */
  static FunctionCalls of(String module) {
    return new FunctionCalls(descriptor(module, text -> text).functions().get(0));
  }

  /** A module to be checked, with another text for its descriptor. */
  static Subject subject(String module, UnaryOperator<String> change) {
    return new Subject(
        ReferenceModules.reading(module + ".wasm"),
        Optional.of(ReferenceModules.load(module + ".wasm")),
        descriptor(module, change),
        Profile.DEFAULT,
        Policy.DEFAULT,
        Effort.QUICK,
        1);
  }

  private static ModuleDescriptor descriptor(String module, UnaryOperator<String> change) {
    String name = module + ".contract.toml";
    String text = new String(ReferenceModules.bytes(name), StandardCharsets.UTF_8);
    try {
      return DescriptorReader.parse(name, change.apply(text));
    } catch (UnreadableDescriptor e) {
      throw new AssertionError(e);
    }
  }
}
