package io.modulecontract.abi;

import java.util.List;

/**
 * What a module's author declares about it, beside the binary.
 *
 * @param functions the functions that the module must export, each with its shape
 * @param imports the imports beyond WASI preview 1 that the module asks its host for
 */
public record ModuleDescriptor(List<Function> functions, List<Import> imports) {

  /** A module without a descriptor. */
  public static final ModuleDescriptor NONE = new ModuleDescriptor(List.of(), List.of());

  /** Copies both lists. */
  public ModuleDescriptor {
    functions = List.copyOf(functions);
    imports = List.copyOf(imports);
  }

  /**
   * A declared function.
   *
   * @param name its export name
   * @param shape how it takes parameters and gives its result
   */
  public record Function(String name, FunctionShape shape) {}

  /**
   * A declared import.
   *
   * @param module the import's module name
   * @param name the import's own name
   */
  public record Import(String module, String name) {}
}
