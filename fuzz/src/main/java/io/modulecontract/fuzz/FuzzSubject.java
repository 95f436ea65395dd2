package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.FunctionType;
import io.modulecontract.abi.Limits;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.descriptor.UnreadableDescriptor;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.Start;
import io.modulecontract.run.DeclaredImports;
import io.modulecontract.verdict.ModuleResult;
import io.modulecontract.wasi.Grants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module to be fuzzed.
 *
 * @param file its bytes
 * @param loaded the module
 * @param descriptor what its author declares
 * @param functions the functions that are called
 * @param policy what a guest may use
 */
record FuzzSubject(
    ModuleFile file,
    LoadedModule loaded,
    ModuleDescriptor descriptor,
    List<ModuleDescriptor.Function> functions,
    Policy policy) {

  private static final Duration READING = Duration.ofSeconds(60);

  /** Copies the list. */
  FuzzSubject {
    functions = List.copyOf(functions);
  }

  /**
   * Reads a module.
   *
   * @param descriptor the descriptor's file; empty means the one beside the module, if there is one
   * @throws CannotFuzz when it is none, or none that can be called
   */
  static FuzzSubject read(
      Path path, Optional<Path> descriptor, Limits limits, long seed, Fuzzing fuzzing)
      throws CannotFuzz {
    try {
      ModuleFile file = ModuleFile.read(path);
      ModuleDescriptor declared = DescriptorReader.of(path, descriptor);
      ModuleReading reading = ModuleReader.read(file, READING);
      if (reading instanceof ModuleReading.Unsupported unsupported) {
        throw new CannotFuzz(path + ": " + unsupported.sentence());
      }
      if (reading instanceof ModuleReading.Malformed bad) {
        throw new CannotFuzz(
            path
                + ": expected "
                + bad.expected()
                + ", found "
                + bad.found()
                + ", at "
                + bad.place());
      }
      LoadedModule loaded =
          LoadedModule.of(
              (ModuleReading.WellFormed) reading,
              declared.profile(),
              DeclaredImports.of(declared),
              fuzzing);
      Policy policy =
          Policy.DEFAULT
              .withSeed(seed)
              .within(limits.orElse(declared.limits()))
              .withGrants(Grants.harmless(declared.capabilities()));
      return new FuzzSubject(file, loaded, declared, functions(declared, loaded.outline()), policy);
    } catch (UnreadableModule | UnreadableDescriptor e) {
      throw new CannotFuzz(e.getMessage());
    }
  }

  private static List<ModuleDescriptor.Function> functions(
      ModuleDescriptor declared, ModuleOutline outline) {
    List<ModuleDescriptor.Function> known = new ArrayList<>(declared.functions());
    for (ModuleOutline.Export export : outline.exports()) {
      FunctionType type = export.type();
      if (type != null && known.stream().noneMatch(it -> it.name().equals(export.name()))) {
        FunctionShape.detect(export.name(), type)
            .map(shape -> new ModuleDescriptor.Function(export.name(), shape))
            .ifPresent(known::add);
      }
    }
    known.removeIf(
        function ->
            outline
                .export(function.name())
                .filter(export -> function.shape().type().equals(export.type()))
                .isEmpty());
    return known;
  }

  /** The functions as a report names them, with what their shape is known from. */
  List<ModuleResult.ShapedFunction> shapedFunctions() {
    return functions.stream()
        .map(
            function ->
                new ModuleResult.ShapedFunction(
                    function.name(),
                    function.shape().toString(),
                    descriptor.functions().contains(function) ? "descriptor" : "detected"))
        .toList();
  }

  /**
   * Starts the module once.
   *
   * @throws CannotFuzz when there is nothing to call, or it does not start
   */
  void require(Path path) throws CannotFuzz {
    Profile profile = descriptor.profile();
    ModuleOutline outline = loaded.outline();
    if (outline.export(profile.memory()).isEmpty()) {
      throw new CannotFuzz(path + ": no memory is exported as `" + profile.memory() + "` (MOD-02)");
    }
    for (String name : List.of(profile.allocate(), profile.deallocate())) {
      FunctionType type = outline.export(name).map(ModuleOutline.Export::type).orElse(null);
      if (!profile.type().equals(type)) {
        throw new CannotFuzz(
            path
                + ": nothing can be fuzzed: expected a function `"
                + name
                + "` of type "
                + profile.type()
                + ", found "
                + (type == null ? "none of that name" : "type " + type)
                + " (MOD-03)");
      }
    }
    Start start = loaded.start(policy, ExecutionMode.COMPILED);
    if (!(start instanceof Start.Started started)) {
      throw new CannotFuzz(path + ": the module does not start (INIT): " + start);
    }
    started.guest().close();
  }
}
