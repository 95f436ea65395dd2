package io.modulecontract.run;

import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.checks.Subject;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.verdict.ModuleResult.ShapedFunction;
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

  /** The functions of a known shape, with what told it. */
  static List<ShapedFunction> functions(Subject subject) {
    return subject.known().stream()
        .map(
            function ->
                new ShapedFunction(
                    function.name(),
                    function.shape().toString(),
                    subject.descriptor().functions().contains(function)
                        ? "descriptor"
                        : "detected"))
        .toList();
  }
}
