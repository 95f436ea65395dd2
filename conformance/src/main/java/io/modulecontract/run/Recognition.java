package io.modulecontract.run;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleOutline;
import io.modulecontract.verdict.ModuleResult.ShapedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what was recognised in a module, and from what, for the head of a report. */
final class Recognition {

  private Recognition() {}

  /** The profile's name with what of it was found. */
  static String profile(Subject subject) {
    Profile profile = subject.profile();
    Optional<ModuleOutline> outline = subject.loaded().map(LoadedModule::outline);
    if (outline.isEmpty()) {
      return "";
    }
    List<String> found =
        Stream.of(profile.allocate(), profile.deallocate())
            .filter(name -> outline.get().export(name).isPresent())
            .toList();
    return found.isEmpty()
        ? profile.name() + " (assumed: none of its functions is exported)"
        : profile.name() + " (found: " + String.join(", ", found) + ")";
  }

  /** The functions that a descriptor names, then those whose name and type tell their shape. */
  static List<ShapedFunction> functions(Subject subject) {
    List<ShapedFunction> functions = new ArrayList<>();
    for (ModuleDescriptor.Function function : subject.descriptor().functions()) {
      functions.add(new ShapedFunction(function.name(), function.shape().toString(), "descriptor"));
    }
    subject
        .loaded()
        .map(LoadedModule::outline)
        .ifPresent(
            outline ->
                outline.exports().stream()
                    .filter(export -> export.type() != null)
                    .filter(
                        export -> functions.stream().noneMatch(f -> f.name().equals(export.name())))
                    .forEach(export -> detect(export, functions)));
    return functions;
  }

  private static void detect(ModuleOutline.Export export, List<ShapedFunction> functions) {
    if (export.type() != null) {
      FunctionShape.detect(export.name(), export.type())
          .map(shape -> new ShapedFunction(export.name(), shape.toString(), "detected"))
          .ifPresent(functions::add);
    }
  }
}
