package io.modulecontract.engine;

import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ValueType;
import io.modulecontract.binary.ModuleOutline;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exported function, as a call needs it.
 *
 * @param index its index among the module's functions
 * @param parameters how many 32-bit parameters it has, or {@link #OTHER} when one is no such value
 */
record EntryPoint(int index, int parameters) {

  static final int OTHER = -1;

  /** Those of a module, by name. */
  static Map<String, EntryPoint> of(ModuleOutline outline) {
    return outline.exports().stream()
        .filter(export -> export.kind() == ModuleOutline.Kind.FUNCTION)
        .collect(
            Collectors.toUnmodifiableMap(
                ModuleOutline.Export::name,
                export -> new EntryPoint((int) export.index(), parameters(export.type())),
                (first, second) -> first));
  }

  private static int parameters(@Nullable FunctionType type) {
    return type != null && type.parameters().stream().allMatch(one -> one == ValueType.I32)
        ? type.parameters().size()
        : OTHER;
  }
}
