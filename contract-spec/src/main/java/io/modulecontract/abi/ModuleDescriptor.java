package io.modulecontract.abi;

import java.util.List;
import java.util.Optional;

/**
 * What a module's author declares about it, beside the binary.
 *
 * @param profile the names under which it exports the contract
 * @param limits the limits that the module was made for
 * @param capabilities what it asks its host for
 * @param functions the functions that the module must export, each with its shape
 * @param imports the imports beyond WASI preview 1 that the module asks its host for
 */
public record ModuleDescriptor(
    Profile profile,
    Limits limits,
    Capabilities capabilities,
    List<Function> functions,
    List<Import> imports) {

  /** A module without a descriptor. */
  public static final ModuleDescriptor NONE = new ModuleDescriptor(List.of(), List.of());

  /** Copies both lists. */
  public ModuleDescriptor {
    functions = List.copyOf(functions);
    imports = List.copyOf(imports);
  }

  /** Functions and imports alone: the default profile, no limit, no capability. */
  public ModuleDescriptor(List<Function> functions, List<Import> imports) {
    this(Profile.DEFAULT, Limits.NONE, Capabilities.NONE, functions, imports);
  }

  /** What is declared about a function; empty for one that is not declared. */
  public Optional<Function> function(String name) {
    return functions.stream().filter(declared -> declared.name().equals(name)).findFirst();
  }

  /**
   * A declared function.
   *
   * @param name its export name
   * @param shape how it takes parameters and gives its result
   * @param payload what the bytes must be
   * @param stateful whether the same call may give another result the next time
   * @param tables which tables it takes; empty for another shape, or where nothing is declared
   */
  public record Function(
      String name,
      FunctionShape shape,
      Payload payload,
      boolean stateful,
      Optional<Tables> tables) {

    /**
     * Checks that the shape can carry the payload.
     *
     * @throws IllegalArgumentException when it cannot
     */
    public Function {
      if (!payload.fits(shape)) {
        throw new IllegalArgumentException("payload " + payload + " for the shape " + shape);
      }
      if (tables.isPresent() && shape != FunctionShape.ARROW) {
        throw new IllegalArgumentException("tables for the shape " + shape);
      }
    }

    /** Whether it takes tables, and nobody says which. */
    public boolean lacksTables() {
      return shape == FunctionShape.ARROW && tables.isEmpty();
    }

    /** A function that takes no tables, or does not say which. */
    public Function(String name, FunctionShape shape, Payload payload, boolean stateful) {
      this(name, shape, payload, stateful, Optional.empty());
    }

    /** A function without memory that takes its shape's usual payload. */
    public Function(String name, FunctionShape shape) {
      this(name, shape, Payload.usual(shape), false);
    }
  }

  /**
   * A declared import.
   *
   * @param module the import's module name
   * @param name the import's own name
   * @param meaning what the module uses it for, where the contract knows a word for that
   */
  public record Import(String module, String name, Optional<ImportMeaning> meaning) {

    /** An import that means something to its author's own host only. */
    public Import(String module, String name) {
      this(module, name, Optional.empty());
    }
  }
}
