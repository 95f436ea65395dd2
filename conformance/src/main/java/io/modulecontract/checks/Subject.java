package io.modulecontract.checks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The module under check, with all that its checks depend on.
 *
 * @param reading what came out of reading the binary; never {@code Unsupported}
 * @param loaded the module, when it is well-formed
 * @param descriptor what its author declares
 * @param profile the names under which it exports the contract
 * @param policy what it may use
 * @param effort how much is tried
 * @param seed what every random choice is made from
 */
public record Subject(
    ModuleReading reading,
    Optional<LoadedModule> loaded,
    ModuleDescriptor descriptor,
    Profile profile,
    Policy policy,
    Effort effort,
    long seed) {

  private static final long HURRY = 250;
  private static final int PATIENCE = 40;

  /** The same module with a short deadline for each call: where one is known not to return. */
  public Subject hurried() {
    Duration shorter = Duration.ofMillis(Math.min(HURRY, policy.deadline().toMillis()));
    return within(shorter);
  }

  /** The same module with so much time for each call that the interpreter has enough. */
  public Subject patient() {
    Duration longer = policy.deadline().multipliedBy(PATIENCE);
    return within(longer);
  }

  private Subject within(Duration deadline) {
    return new Subject(
        reading, loaded, descriptor, profile, policy.withDeadline(deadline), effort, seed);
  }

  /** How often this JVM's heap was not enough for a guest of the module so far. */
  public long heapRefusals() {
    return loaded.map(LoadedModule::heapRefusals).orElse(0L);
  }

  /** How many calls of the module ran into the deadline so far. */
  public long lateCalls() {
    return loaded.map(LoadedModule::lateCalls).orElse(0L);
  }

  /** The functions that the descriptor names, then those whose name and type tell their shape. */
  public List<ModuleDescriptor.Function> known() {
    List<ModuleDescriptor.Function> known = new ArrayList<>(descriptor.functions());
    List<ModuleOutline.Export> exports =
        loaded.map(module -> module.outline().exports()).orElse(List.of());
    for (ModuleOutline.Export export : exports) {
      FunctionType type = export.type();
      if (type != null && known.stream().noneMatch(it -> it.name().equals(export.name()))) {
        FunctionShape.detect(export.name(), type)
            .map(shape -> new ModuleDescriptor.Function(export.name(), shape))
            .ifPresent(known::add);
      }
    }
    return known;
  }

  /**
   * The functions whose calls are checked. One that is not exported with its shape's type is
   * MOD-06's; one that takes tables is called with those that the descriptor declares.
   */
  public List<ModuleDescriptor.Function> functions() {
    return exported().stream().filter(function -> whyNot(function).isEmpty()).toList();
  }

  /** Why there is no function to call, where there is none. */
  String withoutFunctions() {
    return exported().stream()
        .flatMap(function -> whyNot(function).stream())
        .findFirst()
        .orElse("no function has a known shape");
  }

  /** Whether a function takes tables of which nothing is declared. */
  boolean lacksTables() {
    return exported().stream().anyMatch(ModuleDescriptor.Function::lacksTables);
  }

  private List<ModuleDescriptor.Function> exported() {
    return known().stream().filter(this::isExported).toList();
  }

  /** Why a function is not called; empty when it is. */
  private static Optional<String> whyNot(ModuleDescriptor.Function function) {
    return function.lacksTables()
        ? Optional.of("no schema is declared for `" + function.name() + "`")
        : Optional.empty();
  }

  private boolean isExported(ModuleDescriptor.Function function) {
    return loaded
        .flatMap(module -> module.outline().export(function.name()))
        .filter(export -> function.shape().type().equals(export.type()))
        .isPresent();
  }
}
